package vn.bantin.benchmark.measure;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProfileTests {

	@Test
	void namesWhoCalledTheJdk() {
		assertThat(Profile.name(List.of("java.util.HashMap.getNode", "java.util.HashMap.get",
				"tools.jackson.core.sym.Symbols.find", "vn.bantin.article.Reader.read")))
			.isEqualTo("HashMap.getNode ← Symbols.find");
	}

	@Test
	void namesOthersAlone() {
		assertThat(Profile.name(List.of("org.apache.lucene.util.PriorityQueue.downHeap", "java.lang.Thread.run")))
			.isEqualTo("PriorityQueue.downHeap");
		assertThat(Profile.name(List.of("java.lang.Thread.run"))).isEqualTo("Thread.run");
	}

}
