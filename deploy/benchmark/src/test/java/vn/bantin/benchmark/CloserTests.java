package vn.bantin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Nothing is left of a run. */
class CloserTests {

	@TempDir
	private Path folder;

	private final List<String> said = new ArrayList<>();

	@Test
	void closesTheLastFirstAndDeletesTheFolder() throws IOException {
		Path own = Files.createDirectory(this.folder.resolve("own"));
		Files.createFile(own.resolve("file"));
		List<String> ended = new ArrayList<>();
		Closer closer = Closer.in(own, this.said::add);
		closer.add(() -> ended.add("first"));
		closer.add(() -> ended.add("second"));

		closer.close();

		assertThat(ended).containsExactly("second", "first");
		assertThat(closer.isClosed()).isTrue();
		assertThat(own).doesNotExist();
	}

	@Test
	void killsWhatCannotBeClosedAndSaysSo() throws IOException {
		Closer closer = Closer.in(this.folder.resolve("own"), this.said::add);
		Process child = new ProcessBuilder("sleep", "600").start();
		closer.add(() -> {
			throw new IllegalStateException("it does not want to");
		});

		closer.close();

		await().until(() -> !child.isAlive());
		assertThat(this.said).singleElement().asString().contains("it does not want to");
	}

	@Test
	void letsASecondCallerWaitForTheFirst() throws InterruptedException {
		CountDownLatch leaving = new CountDownLatch(1);
		List<String> ended = new ArrayList<>();
		Closer closer = Closer.in(this.folder.resolve("own"), this.said::add);
		closer.add(() -> {
			leaving.await();
			ended.add("in order");
		});
		Thread first = Thread.ofPlatform().start(closer::close);
		await().until(() -> first.getState() == Thread.State.WAITING);
		Thread second = Thread.ofPlatform().start(closer::close);
		await().until(() -> second.getState() == Thread.State.BLOCKED);

		leaving.countDown();
		first.join();
		second.join();

		assertThat(ended).containsExactly("in order");
	}

}
