package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A child process that writes its output to a log file; Java runs on the caller's JDK.
 */
public final class JavaProcess implements AutoCloseable {

	/**
	 * Options for a small JVM that starts fast, since all parts share one machine. The
	 * heap starts small, because a young generation is used to its end before it is
	 * collected, however little is alive. What the compilers and other native code freed
	 * goes back to the system twice a minute.
	 */
	public static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
			"-XX:+UseCompactObjectHeaders", "-Xms24m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40",
			"-XX:TrimNativeHeapInterval=30000", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow");

	private static final Path SETSID = Path.of("/usr/bin/setsid");

	private static final Duration POLL = Duration.ofMillis(50);

	private final String name;

	private final Process process;

	private final Path log;

	private JavaProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
	}

	/**
	 * Starts a runnable jar.
	 * @param name what to call it in messages
	 * @param jar the runnable jar
	 * @param jvm options of the JVM, such as {@code -Xmx160m}
	 * @param arguments arguments of the program
	 * @param environment variables added to this process's own
	 * @param log the file that its output is appended to
	 * @return the running process, which need not be ready yet
	 * @throws UncheckedIOException if it cannot be started
	 */
	public static JavaProcess start(String name, Path jar, List<String> jvm, List<String> arguments,
			Map<String, String> environment, Path log) {
		if (!Files.exists(jar)) {
			throw new IllegalStateException(
					"%s is not built: %s is missing; run 'mvn -DskipTests package' first".formatted(name, jar));
		}
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(jvm);
		command.add("-jar");
		command.add(jar.toString());
		command.addAll(arguments);
		return start(name, command, environment, log);
	}

	/**
	 * Starts any command.
	 * @param name what to call it in messages
	 * @param command the program and its arguments
	 * @param environment variables added to this process's own
	 * @param log the file that its output is appended to
	 * @return the running process, which need not be ready yet
	 * @throws UncheckedIOException if it cannot be started
	 */
	public static JavaProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
		try {
			Files.createDirectories(log.toAbsolutePath().getParent());
			ProcessBuilder builder = new ProcessBuilder(inOwnSession(command)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
			builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
			builder.environment().putAll(environment);
			return new JavaProcess(name, builder.start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(name + " could not be started", ex);
		}
	}

	/**
	 * Ctrl-C in a terminal reaches every process of the session; only the parent may
	 * react to it, because it knows the order to stop in.
	 */
	private static List<String> inOwnSession(List<String> command) {
		if (!Files.isExecutable(SETSID)) {
			return command;
		}
		return Stream.concat(Stream.of(SETSID.toString()), command.stream()).toList();
	}

	/**
	 * Waits until something accepts connections at the port of 127.0.0.1.
	 * @param port the port
	 * @param limit how long to wait at most
	 * @throws IllegalStateException if the process ends first or the time is up; the
	 * message has the last lines of its log
	 */
	public void awaitPort(int port, Duration limit) {
		await(Probe.tcp(port), limit);
	}

	/**
	 * Waits until it is ready.
	 * @param readiness says when that is
	 * @param limit how long to wait at most
	 * @throws IllegalStateException if the process ends first or the time is up; the
	 * message has the last lines of its log
	 */
	public void await(Probe readiness, Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!readiness.isReady()) {
			if (awaitEnd(POLL)) {
				throw new IllegalStateException("%s ended with exit code %d; its last words:%n%s".formatted(this.name,
						this.process.exitValue(), lastWords()));
			}
			if (Thread.currentThread().isInterrupted()) {
				throw new IllegalStateException("Interrupted while waiting for " + this.name);
			}
			if (System.nanoTime() > end) {
				throw new IllegalStateException("%s was not ready after %d s; its last words:%n%s".formatted(this.name,
						limit.toSeconds(), lastWords()));
			}
		}
	}

	/**
	 * The last 20 lines of its log.
	 * @return the lines, or why they cannot be read
	 */
	public String lastWords() {
		try {
			// Unlike readString, this takes bytes that are not UTF-8 too.
			List<String> lines = new String(Files.readAllBytes(this.log), StandardCharsets.UTF_8).lines().toList();
			return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
		}
		catch (IOException ex) {
			return "(" + this.log + " cannot be read: " + ex.getMessage() + ")";
		}
	}

	/**
	 * Its process id.
	 * @return the pid
	 */
	public long pid() {
		return this.process.pid();
	}

	/**
	 * Whether it runs.
	 * @return false once it has ended
	 */
	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Its handle, which tells when it ends.
	 * @return the handle
	 */
	public ProcessHandle handle() {
		return this.process.toHandle();
	}

	/**
	 * Waits until it ends by itself, and kills it if it does not.
	 * @param limit how long to wait at most
	 * @return its exit code
	 */
	public int awaitExit(Duration limit) {
		if (!awaitEnd(limit)) {
			kill();
		}
		return this.process.exitValue();
	}

	/** Kills it as {@code kill -9} does and waits until it is gone. */
	public void kill() {
		this.process.destroyForcibly();
		awaitEnd(Duration.ofSeconds(10));
	}

	/**
	 * Asks it to end (TERM), waits, and kills it if it does not.
	 * @param patience how long to wait before it is killed
	 */
	public void stop(Duration patience) {
		this.process.destroy();
		if (!awaitEnd(patience)) {
			kill();
		}
	}

	/** Suspends it (STOP); its sockets stay open. */
	public void pause() {
		signal("STOP");
	}

	/** Continues it after {@link #pause()} (CONT). */
	public void resume() {
		signal("CONT");
	}

	private void signal(String signal) {
		try {
			int outcome = new ProcessBuilder("kill", "-" + signal, "" + pid()).start().waitFor();
			if (outcome != 0) {
				throw new IllegalStateException("%s could not be sent %s".formatted(this.name, signal));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private boolean awaitEnd(Duration patience) {
		try {
			return this.process.waitFor(patience);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		stop(Duration.ofSeconds(15));
	}

}
