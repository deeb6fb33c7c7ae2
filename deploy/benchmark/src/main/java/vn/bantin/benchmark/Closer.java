package vn.bantin.benchmark;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

import vn.bantin.drills.newspaper.Pause;
import vn.bantin.local.harness.Folder;

/**
 * Closes everything that a run has started, the last first, however the run ends: by
 * itself, by Ctrl-C or by a failure. Then it deletes the run's folder.
 */
final class Closer implements AutoCloseable {

	private static final Duration INTERVAL = Duration.ofMillis(200);

	private static final int LOOKS = 50;

	private final Path folder;

	private final Consumer<String> progress;

	private final Deque<AutoCloseable> started = new ArrayDeque<>();

	private final Object closing = new Object();

	private volatile boolean closed;

	private final Thread hook = new Thread(this::closeAll, "close");

	private Closer(Path folder, Consumer<String> progress) {
		this.folder = folder;
		this.progress = progress;
	}

	static Closer in(Path folder, Consumer<String> progress) {
		Closer closer = new Closer(folder, progress);
		Runtime.getRuntime().addShutdownHook(closer.hook);
		return closer;
	}

	<T extends AutoCloseable> T add(T server) {
		synchronized (this.started) {
			this.started.push(server);
		}
		return server;
	}

	@Override
	public void close() {
		closeAll();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The hook is running already and does the same.
		}
	}

	/** Whether closing has begun, so that nothing more must be started. */
	boolean isClosed() {
		return this.closed;
	}

	/**
	 * A second caller waits for the first, since services that are still draining must
	 * not be killed.
	 */
	private void closeAll() {
		this.closed = true;
		synchronized (this.closing) {
			List<AutoCloseable> servers;
			synchronized (this.started) {
				servers = List.copyOf(this.started);
				this.started.clear();
			}
			servers.forEach(this::close);
			killChildren();
			delete();
		}
	}

	private void close(AutoCloseable server) {
		try {
			server.close();
		}
		catch (Exception ex) {
			this.progress.accept("Could not be stopped, so it is killed: " + ex);
		}
	}

	/** Kills what was being started while the others were stopped. */
	private static void killChildren() {
		for (int look = 0, gone = 0; look < LOOKS && gone < 2; look++) {
			List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
			children.forEach(ProcessHandle::destroyForcibly);
			gone = children.isEmpty() ? gone + 1 : 0;
			Pause.of(INTERVAL);
		}
	}

	private void delete() {
		try {
			Folder.delete(this.folder);
		}
		catch (UncheckedIOException ex) {
			this.progress.accept("Left behind: %s (%s)".formatted(this.folder, ex.getMessage()));
		}
	}

}
