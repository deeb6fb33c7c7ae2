package vn.bantin.benchmark.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The CPU time of processes in ticks of the kernel: user and system, ended children
 * included.
 */
final class ProcessTimes {

	/** The kernel shows times to programs in hundredths of a second on every platform. */
	static final double MILLIS_PER_TICK = 10;

	private static final Path PROC = Path.of("/proc");

	private static final int USER = 11;

	private static final int LAST = 14;

	private ProcessTimes() {
	}

	/** The ticks in the text of a {@code /proc/<pid>/stat}. */
	static long ticks(String stat) {
		// The program's name stands in brackets and may hold anything, spaces too.
		String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
		long ticks = 0;
		for (int field = USER; field <= LAST; field++) {
			ticks += Long.parseLong(fields[field]);
		}
		return ticks;
	}

	/** The ticks of one process; empty when it is gone. */
	static Optional<Long> of(long pid) {
		return read(PROC.resolve(Long.toString(pid)).resolve("stat")).map(ProcessTimes::ticks);
	}

	/** The ticks of every process of this machine. */
	static Map<Long, Long> all() {
		Map<Long, Long> times = new HashMap<>();
		try (Stream<Path> entries = Files.list(PROC)) {
			entries.map((entry) -> entry.getFileName().toString())
				.filter((name) -> Character.isDigit(name.charAt(0)))
				.map(Long::valueOf)
				.forEach((pid) -> of(pid).ifPresent((ticks) -> times.put(pid, ticks)));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException("/proc cannot be read", ex);
		}
		return times;
	}

	static Optional<String> read(Path file) {
		try {
			return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

}
