package vn.bantin.benchmark.server;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CacheStatusTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bantin; hit                          | true
			bantin;hit;ttl=30                    | true
			edge; fwd=miss, bantin; hit          | true
			bantin; fwd=uri-miss; stored         | false
			bantin; fwd=miss; key=hit            | false
			hit                                  | false
			bantin; hits=3                       | false
			""")
	void knowsAnswersFromMemory(String cacheStatus, boolean hit) {
		assertThat(CacheStatus.isHit(cacheStatus)).isEqualTo(hit);
	}

}
