package vn.bantin.benchmark.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import vn.bantin.drills.command.CannotRun;

/** The programs of this machine that the benchmark uses. */
public final class Tools {

	private static final List<String> NEEDED = List.of("wrk", "nginx");

	/** Debian's folder for servers, which is not on everybody's PATH. */
	private static final String SYSTEM_FOLDER = "/usr/sbin";

	private Tools() {
	}

	/**
	 * Checks that all of them are there.
	 * @throws CannotRun if one is missing, or this is not Linux
	 */
	public static void check() {
		if (!Files.isReadable(Path.of("/proc/stat"))) {
			throw new CannotRun("The benchmark reads the CPU time of processes from /proc, so it needs Linux.");
		}
		check(path());
	}

	static void check(String path) {
		for (String tool : NEEDED) {
			if (find(tool, path).isEmpty()) {
				throw new CannotRun(tool + " is missing: install it (Debian: apt-get install wrk nginx-light).");
			}
		}
	}

	/** Where a program is, or its name alone. */
	static String command(String tool) {
		return find(tool, path()).map(Path::toString).orElse(tool);
	}

	private static Optional<Path> find(String tool, String path) {
		return Stream.concat(Stream.of(path.split(":")), Stream.of(SYSTEM_FOLDER))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, tool))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static String path() {
		return System.getenv().getOrDefault("PATH", "");
	}

}
