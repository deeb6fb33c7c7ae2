package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Deletes folders. */
public final class Folder {

	private Folder() {
	}

	/**
	 * Deletes a folder with everything in it, if it exists.
	 * @param folder the folder
	 * @throws UncheckedIOException if something could not be deleted
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
