package vn.bantin.benchmark;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import vn.bantin.benchmark.server.Pause;
import vn.bantin.local.harness.Folder;

/**
 * All that a run has started. It is ended, the last first, with the run, however that
 * ends: by itself, by Ctrl-C or by a failure.
 */
final class Running implements AutoCloseable {

	private static final Duration LOOK = Duration.ofMillis(200);

	private static final int LOOKS = 50;

	private final Path folder;

	private final Consumer<String> progress;

	private final Deque<AutoCloseable> started = new ArrayDeque<>();

	private final Object ending = new Object();

	private volatile boolean ended;

	private final Thread hook = new Thread(this::endAll, "end");

	private Running(Path folder, Consumer<String> progress) {
		this.folder = folder;
		this.progress = progress;
	}

	static Running in(Path folder, Consumer<String> progress) {
		Running running = new Running(folder, progress);
		Runtime.getRuntime().addShutdownHook(running.hook);
		return running;
	}

	<T extends AutoCloseable> T add(T server) {
		synchronized (this.started) {
			this.started.push(server);
		}
		return server;
	}

	@Override
	public void close() {
		endAll();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// It runs already and does the same.
		}
	}

	/** Whether the end has begun, so that nothing more is to be started. */
	boolean ended() {
		return this.ended;
	}

	/**
	 * Who comes second waits for the first: services that still take leave are not to be
	 * killed.
	 */
	private void endAll() {
		this.ended = true;
		synchronized (this.ending) {
			List<AutoCloseable> servers;
			synchronized (this.started) {
				servers = List.copyOf(this.started);
				this.started.clear();
			}
			servers.forEach(this::end);
			endChildren();
			delete();
		}
	}

	private void end(AutoCloseable server) {
		try {
			server.close();
		}
		catch (Exception ex) {
			this.progress.accept("Not ended in order, so it is killed: " + ex);
		}
	}

	/** Also what was being started while the others were ended. */
	private static void endChildren() {
		for (int look = 0, gone = 0; look < LOOKS && gone < 2; look++) {
			List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
			children.forEach(ProcessHandle::destroyForcibly);
			gone = children.isEmpty() ? gone + 1 : 0;
			Pause.of(LOOK);
		}
	}

	private void delete() {
		try {
			Folder.delete(this.folder);
		}
		catch (UncheckedIOException ex) {
			this.progress.accept("Left lying about: %s (%s)".formatted(this.folder, ex.getMessage()));
		}
	}

}
