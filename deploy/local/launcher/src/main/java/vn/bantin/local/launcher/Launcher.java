package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Repository;

/** The command line: start, stop, status. */
public final class Launcher {

	private static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	private static final Duration SLOWEST_RETRY = Duration.ofSeconds(30);

	private final Options options;

	private final RunFile runFile;

	private final CountDownLatch end = new CountDownLatch(1);

	private final Map<String, Duration> delays = new ConcurrentHashMap<>();

	private volatile boolean stopping;

	private Launcher(Options options) {
		this.options = options;
		this.runFile = new RunFile(options.data());
	}

	/**
	 * Runs a command.
	 * @param args {@code start}, {@code stop} or {@code status}, then its options
	 */
	public static void main(String[] args) {
		List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
		try {
			Options options = Options.read(rest, Repository.root().resolve("deploy/local/data"));
			Launcher launcher = new Launcher(options);
			switch ((args.length > 0) ? args[0] : "") {
				case "start" -> launcher.start();
				case "stop" -> launcher.stop();
				case "status" -> launcher.status();
				default -> throw new CannotStart("The commands are start, stop and status.");
			}
			System.exit(0);
		}
		catch (CannotStart ex) {
			out.println(ex.getMessage());
			System.exit(2);
		}
		catch (IOException | IllegalStateException ex) {
			out.println("The newspaper could not go on: " + ex.getMessage());
			System.exit(2);
		}
	}

	private void start() throws IOException {
		Map<String, ProcessHandle> running = this.runFile.read();
		if (running.containsKey(RunFile.LAUNCHER)) {
			throw new CannotStart("The newspaper runs already out of " + this.options.data()
					+ "; stop it with deploy/local/stop, or name another folder with --data and --port-offset.");
		}
		end(running);
		long begin = System.nanoTime();
		Platform platform = new Platform(this.options, Ports.of(System.getenv(), this.options.portOffset()),
				Launcher::printReady);
		out.println("Bantin starts; its data and logs are in " + this.options.data() + ".");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(platform), "stop"));
		platform.start();
		note(platform);
		loadContent(platform);
		out.printf("All ready after %.1f s.%n%n", (System.nanoTime() - begin) / 1e9);
		printWhatToTry(platform);
		platform.parts().forEach((part) -> watch(platform, part));
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void note(Platform platform) throws IOException {
		Map<String, ProcessHandle> processes = new HashMap<>();
		processes.put(RunFile.LAUNCHER, ProcessHandle.current());
		platform.parts().forEach((part) -> processes.put(part, platform.process(part).handle()));
		this.runFile.write(processes);
	}

	private void shutDown(Platform platform) {
		this.stopping = true;
		out.println("Stopping …");
		platform.close();
		try {
			this.runFile.delete();
		}
		catch (IOException ex) {
			out.println("Left behind: " + ex.getMessage());
		}
		out.println("Stopped.");
		this.end.countDown();
	}

	private static void printReady(String part, Duration after) {
		out.printf("  %-20s ready after %5.1f s%n", part, after.toMillis() / 1000.0);
	}

	/**
	 * A part that dies is started again, after a pause that doubles while it goes on
	 * dying.
	 */
	private void watch(Platform platform, String part) {
		JavaProcess process = platform.process(part);
		process.handle().onExit().thenRunAsync(() -> {
			if (this.stopping) {
				return;
			}
			out.printf("%s ended; its last words:%n%s%n", part, process.lastWords());
			if (this.options.restart()) {
				again(platform, part);
			}
		});
	}

	private void again(Platform platform, String part) {
		Duration delay = this.delays.merge(part, Duration.ofSeconds(1), (before,
				first) -> before.multipliedBy(2).compareTo(SLOWEST_RETRY) > 0 ? SLOWEST_RETRY : before.multipliedBy(2));
		try {
			TimeUnit.MILLISECONDS.sleep(delay.toMillis());
			if (!this.stopping) {
				platform.start(part);
				note(platform);
				watch(platform, part);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (IOException | IllegalStateException ex) {
			out.println(ex.getMessage());
			if (!this.stopping) {
				again(platform, part);
			}
		}
	}

	/** The loader itself knows what it has loaded before, so it may always be asked. */
	private void loadContent(Platform platform) throws IOException {
		Path state = this.options.data().resolve("content");
		Path done = state.resolve("loaded");
		Path loader = Repository.jar("deploy/local/content");
		if (!this.options.content() || Files.exists(done) || !Files.exists(loader)) {
			return;
		}
		Files.createDirectories(state);
		Path token = state.resolve("token");
		Files.writeString(token, token(platform, "editor"));
		JavaProcess process = JavaProcess.start(
				"sample content", loader, Part.jvm("512m"), List.of("--gateway", platform.gateway().toString(),
						"--token-file", token.toString(), "--state", state.toString()),
				Map.of(), platform.log("content"));
		int outcome = process.awaitExit(Duration.ofMinutes(2));
		Files.deleteIfExists(token);
		out.println("  sample content       " + process.lastWords().lines().reduce("", (first, second) -> second));
		if (outcome == 0) {
			Files.createFile(done);
		}
	}

	private static String token(Platform platform, String user) throws IOException {
		Path file = Files.createTempFile("bantin", "token");
		try {
			JavaProcess process = JavaProcess.start("token",
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
							Repository.root().resolve("deploy/local/identity/target/classes").toString(),
							"vn.bantin.local.identity.TokenCommand", platform.issuer().toString(), user, user),
					Map.of(), file);
			if (process.awaitExit(Duration.ofSeconds(30)) != 0) {
				throw new IllegalStateException(process.lastWords());
			}
			return Files.readString(file).strip();
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private static void printWhatToTry(Platform platform) {
		URI site = platform.gateway();
		out.printf("""
				The newspaper      %1$s/
				Its API            %1$s/api/articles
				Newsroom login     %1$s/dang-nhap   writer / writer, editor / editor
				Try                curl -s %1$s/api/articles?limit=3
				                   TOKEN=$(deploy/local/token editor)
				                   curl -s %1$s/api/newsroom/articles -H "Authorization: Bearer $TOKEN"
				Stop               Ctrl-C, or deploy/local/stop
				""", site);
	}

	private void stop() throws IOException {
		Map<String, ProcessHandle> running = this.runFile.read();
		if (running.isEmpty()) {
			out.println("Nothing runs out of " + this.options.data() + ".");
			return;
		}
		ProcessHandle launcher = running.remove(RunFile.LAUNCHER);
		if (launcher != null) {
			launcher.destroy();
			await(launcher, Duration.ofSeconds(120));
		}
		end(running);
		this.runFile.delete();
		out.println("Stopped.");
	}

	/** Ends what a killed launcher left behind. */
	private static void end(Map<String, ProcessHandle> left) {
		left.values().forEach(ProcessHandle::destroy);
		left.values().forEach((process) -> {
			if (!await(process, Duration.ofSeconds(15))) {
				process.destroyForcibly();
			}
		});
	}

	private static boolean await(ProcessHandle process, Duration limit) {
		try {
			process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException ex) {
			return !process.isAlive();
		}
	}

	private void status() throws IOException {
		Map<String, ProcessHandle> running = this.runFile.read();
		Platform platform = new Platform(this.options, Ports.of(System.getenv(), this.options.portOffset()),
				Launcher::printReady);
		out.printf("%-20s %-10s %8s  %s%n", "part", "state", "pid", "memory");
		// Further instances are known to the one who started them, and stand in the file.
		SequencedSet<String> parts = new LinkedHashSet<>(platform.parts());
		running.keySet().stream().filter((name) -> !name.equals(RunFile.LAUNCHER)).forEach(parts::add);
		for (String part : parts) {
			ProcessHandle process = running.get(part);
			String state = (process == null) ? "down"
					: (!platform.parts().contains(part) ? "running" : (platform.isReady(part) ? "ready" : "starting"));
			out.printf("%-20s %-10s %8s  %s%n", part, state, (process != null) ? process.pid() : "-",
					(process != null) ? memory(process.pid()) : "-");
		}
		if (!running.containsKey(RunFile.LAUNCHER)) {
			throw new CannotStart("The newspaper does not run; start it with deploy/local/start.");
		}
	}

	private static String memory(long pid) throws IOException {
		Path status = Path.of("/proc/" + pid + "/status");
		if (!Files.exists(status)) {
			return "?";
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith("VmRSS:"))
			.map((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
			.findFirst()
			.orElse("?");
	}

}
