package vn.bantin.article.media;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes the pictures that readers get out of the one that was sent. Its size is read from
 * its header before a pixel is decoded, since a small file can hold a picture that no
 * memory holds.
 */
final class Renditions {

	/** The widths that pages ask for, in pixels. */
	static final List<Integer> WIDTHS = List.of(320, 640, 960, 1280);

	private static final long MOST_PIXELS = 40_000_000;

	private static final int LONGEST_SIDE = 10_000;

	private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");

	/** Decoding takes up to 160 MB each, so at most two at once. */
	private final Semaphore decoders = new Semaphore(2);

	Picture make(byte[] file) throws IOException, InterruptedException {
		try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new NoPicture("The file is no picture; allowed are JPEG, PNG and WebP.");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, true);
				return make(reader);
			}
			catch (IndexOutOfBoundsException | IllegalArgumentException ex) {
				throw new NoPicture("The picture is damaged: " + ex.getMessage());
			}
			finally {
				reader.dispose();
			}
		}
		catch (NoPicture ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw new NoPicture("The picture is damaged: " + ex.getMessage());
		}
	}

	private Picture make(ImageReader reader) throws IOException, InterruptedException {
		String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
		if (!FORMATS.contains(format)) {
			throw new NoPicture("The format " + format + " is not allowed; allowed are JPEG, PNG and WebP.");
		}
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
			throw new NoPicture("The picture has %d × %d pixels; allowed are 40 million, and 10,000 a side."
				.formatted(width, height));
		}
		this.decoders.acquire();
		try {
			BufferedImage original = reader.read(0);
			return scale(original, "png".equals(format) && original.getColorModel().hasAlpha());
		}
		finally {
			this.decoders.release();
		}
	}

	private static Picture scale(BufferedImage original, boolean transparent) throws IOException {
		Map<Integer, byte[]> files = new TreeMap<>();
		BufferedImage plain = transparent ? original : opaque(original);
		for (int width : WIDTHS) {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			Thumbnails.of(plain)
				.width(Math.min(width, original.getWidth()))
				.outputFormat(transparent ? "png" : "jpg")
				.outputQuality(0.85)
				.toOutputStream(file);
			files.put(width, file.toByteArray());
		}
		return new Picture(original.getWidth(), original.getHeight(), transparent ? "image/png" : "image/jpeg", files);
	}

	/** JPEG has no transparency; what was transparent becomes white, not black. */
	private static BufferedImage opaque(BufferedImage original) {
		BufferedImage opaque = new BufferedImage(original.getWidth(), original.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = opaque.createGraphics();
		graphics.drawImage(original, 0, 0, java.awt.Color.WHITE, null);
		graphics.dispose();
		return opaque;
	}

	/**
	 * A picture in all its widths.
	 *
	 * @param width of the original in pixels
	 * @param height of the original in pixels
	 * @param type of the files
	 * @param files by the width that pages ask for; never wider than the original
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Picture(int width, int height, String type, Map<Integer, byte[]> files) {
	}

	/** What was sent is no picture that may be kept. */
	static final class NoPicture extends IOException {

		private static final long serialVersionUID = 1L;

		NoPicture(String message) {
			super(message);
		}

	}

}
