package vn.bantin.article.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import vn.bantin.service.problem.Unavailable;

/**
 * Makes the pictures that readers get from the uploaded one. Its size is read from the
 * header before any pixel is decoded, since a small file can hold a picture too large for
 * memory; and no more pixels are decoded than the widest rendition needs.
 */
final class Renditions {

	/** The widths that pages request, in pixels. */
	static final List<Integer> WIDTHS = List.of(320, 640, 960, 1280);

	private static final long MOST_PIXELS = 40_000_000;

	private static final long ENOUGH_PIXELS = 12_000_000;

	private static final int LONGEST_SIDE = 10_000;

	private static final Set<String> FORMATS = Set.of("jpeg", "png", "webp");

	/** Their decoders skip unwanted pixels while reading. */
	private static final Set<String> READ_SPARSELY = Set.of("jpeg", "png");

	private static final Set<Orientation> ON_THEIR_SIDE = Set.of(Orientation.LEFT_TOP, Orientation.RIGHT_TOP,
			Orientation.RIGHT_BOTTOM, Orientation.LEFT_BOTTOM);

	/** In millions of pixels of up to 4 bytes each. */
	private static final int DECODED_AT_ONCE = 32;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Semaphore memory = new Semaphore(DECODED_AT_ONCE);

	Picture make(byte[] file) throws IOException, InterruptedException {
		try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
			if (!readers.hasNext()) {
				throw new NoPicture("The file is no picture; allowed are JPEG, PNG and WebP.");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(input, true, false);
				return make(reader);
			}
			finally {
				reader.dispose();
			}
		}
		catch (NoPicture | Unavailable ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			// Decoders throw anything when a file is damaged.
			throw new NoPicture("The picture is damaged: " + ex.getMessage());
		}
	}

	private Picture make(ImageReader reader) throws IOException, InterruptedException {
		String format = reader.getFormatName().toLowerCase(Locale.ROOT);
		if (!FORMATS.contains(format)) {
			throw new NoPicture("The format " + format + " is not allowed; allowed are JPEG, PNG and WebP.");
		}
		int width = reader.getWidth(0);
		int height = reader.getHeight(0);
		if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
			throw new NoPicture("The picture has %d × %d pixels; allowed are 40 million, and 10,000 a side."
				.formatted(width, height));
		}
		Orientation orientation = orientation(reader, format);
		boolean onItsSide = orientation != null && ON_THEIR_SIDE.contains(orientation);
		int step = step((long) width * height, onItsSide ? height : width);
		long decoded = (long) width * height / (READ_SPARSELY.contains(format) ? step * step : 1);
		int needed = (int) Math.clamp(decoded / 1_000_000 + 1, 1, DECODED_AT_ONCE);
		if (!this.memory.tryAcquire(needed, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
			throw new Unavailable("Too many pictures are being processed; send this one again soon.");
		}
		try {
			ImageReadParam sparse = reader.getDefaultReadParam();
			sparse.setSourceSubsampling(step, step, 0, 0);
			BufferedImage widest = widest(reader.read(0, sparse), onItsSide);
			BufferedImage upright = (orientation != null)
					? ExifFilterUtils.getFilterForOrientation(orientation).apply(widest) : widest;
			return onItsSide ? scale(upright, height, width) : scale(upright, width, height);
		}
		finally {
			this.memory.release(needed);
		}
	}

	/**
	 * One pixel in how many is read. More than one only where there are more than enough,
	 * since scaling down from many pixels looks better.
	 */
	private static int step(long pixels, int width) {
		int wanted = (int) Math.ceil(Math.sqrt((double) pixels / ENOUGH_PIXELS));
		return Math.clamp(wanted, 1, Math.max(1, width / WIDTHS.getLast()));
	}

	/** Scaled before it is turned, so that only one large picture is in memory. */
	private static BufferedImage widest(BufferedImage read, boolean onItsSide) throws IOException {
		int longest = WIDTHS.getLast();
		if ((onItsSide ? read.getHeight() : read.getWidth()) <= longest) {
			return read;
		}
		return onItsSide ? Thumbnails.of(read).height(longest).asBufferedImage()
				: Thumbnails.of(read).width(longest).asBufferedImage();
	}

	/**
	 * How the camera was held. Readers do not get the metadata that says so, so the
	 * pixels themselves are turned.
	 */
	private static @Nullable Orientation orientation(ImageReader reader, String format) {
		if (!"jpeg".equals(format)) {
			return null;
		}
		try {
			return ExifUtils.getExifOrientation(reader, 0);
		}
		catch (IOException | RuntimeException ex) {
			// The picture itself may still be fine.
			return null;
		}
	}

	private static Picture scale(BufferedImage picture, int width, int height) throws IOException {
		boolean transparent = picture.getColorModel().hasAlpha();
		BufferedImage plain = transparent ? picture : opaque(picture);
		Map<Integer, byte[]> files = new TreeMap<>();
		for (int wanted : WIDTHS) {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			Thumbnails.of(plain)
				.width(Math.min(wanted, width))
				.outputFormat(transparent ? "png" : "jpg")
				.outputQuality(0.85)
				.toOutputStream(file);
			files.put(wanted, file.toByteArray());
		}
		return new Picture(width, height, transparent ? "image/png" : "image/jpeg", files);
	}

	/** JPEG supports neither palettes nor grey with alpha. */
	private static BufferedImage opaque(BufferedImage picture) {
		BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = opaque.createGraphics();
		graphics.drawImage(picture, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return opaque;
	}

	/**
	 * A picture in all its widths.
	 *
	 * @param width of the original in pixels, upright
	 * @param height of the original in pixels, upright
	 * @param type of the files
	 * @param files by requested width; never wider than the original
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Picture(int width, int height, String type, Map<Integer, byte[]> files) {
	}

	/** The upload is no acceptable picture. */
	static final class NoPicture extends IOException {

		private static final long serialVersionUID = 1L;

		NoPicture(String message) {
			super(message);
		}

	}

}
