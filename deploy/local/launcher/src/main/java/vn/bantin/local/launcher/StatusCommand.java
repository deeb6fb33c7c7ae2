package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

/** {@code status}: prints each part's state, pid and memory. */
final class StatusCommand {

	private final Options options;

	private final PrintStream out;

	StatusCommand(Options options, PrintStream out) {
		this.options = options;
		this.out = out;
	}

	void run() throws IOException {
		Map<String, ProcessHandle> running = new RunFile(this.options.data()).read();
		boolean launched = running.remove(RunFile.LAUNCHER) != null;
		Supervisor supervisor = new Supervisor(this.options, Ports.of(System.getenv(), this.options.portOffset()),
				(part, after) -> {
				});
		// Only start knows --scale; other commands read further instances from the file.
		SequencedSet<String> parts = new LinkedHashSet<>(supervisor.parts());
		parts.addAll(running.keySet());
		this.out.printf("%-20s %-10s %8s  %s%n", "part", "state", "pid", "memory");
		for (String part : parts) {
			ProcessHandle process = running.get(part);
			this.out.printf("%-20s %-10s %8s  %s%n", part, state(supervisor, part, process),
					(process != null) ? process.pid() : "-", (process != null) ? memory(process.pid()) : "-");
		}
		if (!launched) {
			throw new CannotStart("The newspaper is not running; start it with deploy/local/start.");
		}
	}

	private static String state(Supervisor supervisor, String part, @Nullable ProcessHandle process) {
		if (process == null) {
			return "down";
		}
		if (!supervisor.parts().contains(part)) {
			return "running";
		}
		return supervisor.isReady(part) ? "ready" : "starting";
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
