package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks this machine before anything heavy is started on it. */
public final class Machine {

	private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

	private Machine() {
	}

	/**
	 * Available memory, including reclaimable caches.
	 * @return MiB; empty where there is no {@code /proc/meminfo}
	 */
	public static OptionalLong availableMemory() {
		try {
			return availableMemory(Files.readString(Path.of("/proc/meminfo")));
		}
		catch (IOException ex) {
			return OptionalLong.empty();
		}
	}

	/** Parses the text of {@code /proc/meminfo}. */
	static OptionalLong availableMemory(String meminfo) {
		Matcher available = AVAILABLE.matcher(meminfo);
		return available.find() ? OptionalLong.of(Long.parseLong(available.group(1)) / 1024) : OptionalLong.empty();
	}

	/**
	 * Free disk space.
	 * @param folder an existing folder of the file system
	 * @return MiB
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static long freeDisk(Path folder) {
		try {
			return Files.getFileStore(folder).getUsableSpace() >> 20;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The first environment variable that names an external server, which a newspaper
	 * would use instead of its own.
	 * @param environment environment variables
	 * @return the variable's name
	 */
	public static Optional<String> serverOfOthers(Map<String, String> environment) {
		return Stream.of("KAFKA_BROKERS", "MONGODB_URI").filter(environment::containsKey).findFirst();
	}

}
