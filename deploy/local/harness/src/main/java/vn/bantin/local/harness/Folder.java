package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder of a process that comes and goes with it. */
public final class Folder {

	private Folder() {
	}

	/**
	 * Deletes a folder with all that is in it.
	 * @param folder which; nothing happens when it is not there
	 * @throws UncheckedIOException if something is left behind
	 */
	public static void delete(Path folder) {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Left behind: " + folder, ex);
		}
	}

}
