package vn.bantin.drills.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A file system of a few megabytes in a folder, which can be filled to the last byte.
 * Only root may mount one.
 */
public final class SmallDisk implements AutoCloseable {

	private static final int BLOCK = 64 * 1024;

	private final Path folder;

	private final AtomicBoolean mounted = new AtomicBoolean(true);

	private SmallDisk(Path folder) {
		this.folder = folder;
	}

	/**
	 * Mounts one.
	 * @param folder where; made if it is not there
	 * @param mebibytes its size
	 * @return empty where this user may not mount
	 */
	public static Optional<SmallDisk> mount(Path folder, int mebibytes) {
		try {
			Files.createDirectories(folder);
			boolean mounted = succeeds(List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "bantin-drill",
					folder.toString()));
			return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Whether this user may mount one.
	 * @param folder where it is tried; made if it is not there
	 * @return false where only root may
	 */
	public static boolean isAllowed(Path folder) {
		Optional<SmallDisk> tried = mount(folder, 1);
		tried.ifPresent(SmallDisk::close);
		return tried.isPresent();
	}

	private static boolean succeeds(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Fills it to the last byte. */
	public void fill() {
		byte[] block = new byte[BLOCK];
		try (OutputStream out = Files.newOutputStream(filler())) {
			while (true) {
				out.write(block);
			}
		}
		catch (IOException ex) {
			// The disk is full now.
		}
	}

	/** Makes room again. */
	public void free() {
		try {
			Files.deleteIfExists(filler());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path filler() {
		return this.folder.resolve("filler");
	}

	/** Unmounts it, with all that is on it. */
	@Override
	public void close() {
		try {
			if (this.mounted.getAndSet(false) && !succeeds(List.of("umount", this.folder.toString()))
					&& !succeeds(List.of("umount", "--lazy", this.folder.toString()))) {
				throw new IllegalStateException("Still mounted: " + this.folder);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
