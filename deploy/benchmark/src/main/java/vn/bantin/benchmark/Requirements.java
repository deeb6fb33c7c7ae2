package vn.bantin.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has to be there before anything is started.
 *
 * @param environment the variables of this process
 * @param memory MiB that programs can still take
 * @param disk MiB that files can still take
 */
record Requirements(Map<String, String> environment, long memory, long disk) {

	private static final long MEMORY = 6 * 1024;

	private static final long DISK = 4 * 1024;

	private static final List<String> TOOLS = List.of("wrk", "nginx");

	private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

	/** What this machine has. */
	static Requirements here(Path data) {
		return new Requirements(System.getenv(), memoryIn(read(Path.of("/proc/meminfo"))), diskBelow(data));
	}

	static long memoryIn(String meminfo) {
		Matcher available = AVAILABLE.matcher(meminfo);
		if (!available.find()) {
			throw new CannotRun("The benchmark reads processes' times from /proc, so it needs Linux.");
		}
		return Long.parseLong(available.group(1)) / 1024;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static long diskBelow(Path data) {
		try {
			return Files.getFileStore(Files.createDirectories(data)).getUsableSpace() >> 20;
		}
		catch (IOException ex) {
			throw new CannotRun("The folder " + data + " cannot be used: " + ex.getMessage() + ".");
		}
	}

	/** Refuses when something is missing. */
	void check() {
		for (String tool : TOOLS) {
			if (!onPath(tool)) {
				throw new CannotRun(tool + " is missing: install it (Debian: apt-get install wrk nginx-light).");
			}
		}
		for (String variable : List.of("KAFKA_BROKERS", "MONGODB_URI")) {
			if (this.environment.containsKey(variable)) {
				throw new CannotRun("The variable " + variable
						+ " is set, and generated articles and votes do not belong on servers of yours: unset it.");
			}
		}
		enough("memory", this.memory, MEMORY);
		enough("disk", this.disk, DISK);
	}

	private static void enough(String what, long free, long needed) {
		if (free < needed) {
			throw new CannotRun("Only %,d MiB of %s are free; the benchmark needs %,d.".formatted(free, what, needed));
		}
	}

	private boolean onPath(String tool) {
		return Pattern.compile(":")
			.splitAsStream(this.environment.getOrDefault("PATH", ""))
			.filter((folder) -> !folder.isBlank())
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, tool)));
	}

}
