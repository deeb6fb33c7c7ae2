package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import vn.bantin.local.harness.JavaProcess;

/** Reports parts that end and restarts them, with exponential backoff for each part. */
final class Restarts {

	private static final Duration MIN_BACKOFF = Duration.ofSeconds(1);

	private static final Duration MAX_BACKOFF = Duration.ofSeconds(30);

	private final Supervisor supervisor;

	private final RunFile runFile;

	private final boolean enabled;

	private final PrintStream out;

	private final Map<String, Duration> backoffs = new ConcurrentHashMap<>();

	private volatile boolean stopped;

	Restarts(Supervisor supervisor, RunFile runFile, boolean enabled, PrintStream out) {
		this.supervisor = supervisor;
		this.runFile = runFile;
		this.enabled = enabled;
		this.out = out;
	}

	void watch(String part) {
		JavaProcess process = this.supervisor.process(part);
		process.handle().onExit().thenRunAsync(() -> {
			if (this.stopped) {
				return;
			}
			this.out.printf("%s ended; its last words:%n%s%n", part, process.lastWords());
			if (this.enabled) {
				restart(part);
			}
		});
	}

	/** From now on, parts that end stay down. */
	void stop() {
		this.stopped = true;
	}

	private void restart(String part) {
		boolean running = false;
		while (!running && !this.stopped) {
			try {
				Thread.sleep(backoff(part));
				running = tryRestart(part);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private boolean tryRestart(String part) {
		if (this.stopped) {
			return false;
		}
		try {
			this.supervisor.start(part);
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			this.out.println(ex.getMessage());
			return false;
		}
		watch(part);
		try {
			this.runFile.write(this.supervisor);
		}
		catch (IOException ex) {
			this.out.println("The new pid of " + part + " could not be saved: " + ex.getMessage());
		}
		return true;
	}

	private Duration backoff(String part) {
		return this.backoffs.merge(part, MIN_BACKOFF, (last, first) -> {
			Duration doubled = last.multipliedBy(2);
			return (doubled.compareTo(MAX_BACKOFF) < 0) ? doubled : MAX_BACKOFF;
		});
	}

}
