package vn.bantin.benchmark.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs of the machine are. */
public final class Tools {

	/** Debian puts servers there, which is not on everybody's path. */
	private static final String OF_THE_SYSTEM = "/usr/sbin";

	private Tools() {
	}

	/**
	 * Looks for a program.
	 * @param tool its name
	 * @param path folders, divided by colons
	 * @return where it is; empty when it is in none of them, nor in {@code /usr/sbin}
	 */
	public static Optional<Path> find(String tool, String path) {
		return Stream.concat(Stream.of(path.split(":")), Stream.of(OF_THE_SYSTEM))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, tool))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Looks for a program on this process's path.
	 * @param tool its name
	 * @return where it is, or its name alone
	 */
	static String command(String tool) {
		return find(tool, System.getenv().getOrDefault("PATH", "")).map(Path::toString).orElse(tool);
	}

}
