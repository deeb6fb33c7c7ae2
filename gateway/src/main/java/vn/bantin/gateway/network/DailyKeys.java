package vn.bantin.gateway.network;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A random key for each day, in a folder that all gateways share. No key outlives the day
 * after its own, so that nobody, with all that was kept, can find out later which network
 * a pseudonym stands for.
 */
final class DailyKeys {

	private static final Logger logger = LoggerFactory.getLogger(DailyKeys.class);

	private static final int BYTES = 32;

	private static final String SUFFIX = ".key";

	private final SecureRandom random = new SecureRandom();

	private final Path folder;

	DailyKeys(Path folder) {
		this.folder = folder;
	}

	/**
	 * The key of a day, which is made if it is not there yet. Keys of the days before
	 * yesterday are deleted.
	 * @param day today
	 * @return the key; one of this instance alone where the folder cannot be used
	 */
	byte[] of(LocalDate day) {
		byte[] made = new byte[BYTES];
		this.random.nextBytes(made);
		try {
			Files.createDirectories(this.folder);
			forgetBefore(day.minusDays(1));
			return shared(this.folder.resolve(day + SUFFIX), made);
		}
		catch (IOException ex) {
			logger.warn(
					"The keys of networks in {} cannot be used: {}. Until tomorrow this gateway calls networks by "
							+ "names of its own, and votes sent to several gateways are not counted together.",
					this.folder, ex.toString());
			return made;
		}
	}

	/** Of gateways that make a key at the same time, the first one's counts for all. */
	private byte[] shared(Path file, byte[] made) throws IOException {
		if (!Files.exists(file)) {
			Path part = Files.createTempFile(this.folder, "new", ".part");
			try {
				Files.createLink(file, Files.write(part, made));
			}
			catch (FileAlreadyExistsException ex) {
				logger.debug("Another gateway made {}", file);
			}
			finally {
				Files.delete(part);
			}
		}
		return Files.readAllBytes(file);
	}

	private void forgetBefore(LocalDate oldest) throws IOException {
		for (Path key : keys()) {
			if (String.valueOf(key.getFileName()).compareTo(oldest.toString()) < 0) {
				Files.deleteIfExists(key);
			}
		}
	}

	private List<Path> keys() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(SUFFIX)).toList();
		}
	}

}
