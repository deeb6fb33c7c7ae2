package vn.bantin.local.content.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture by its name: scene, colours and a number, such as {@code terraces-dawn-3}.
 * The number chooses where things stand. The same name is the same picture, byte for byte
 * on one JDK.
 */
public final class Drawing {

	/** The widest rendition that the newspaper makes: more would only be thrown away. */
	public static final int WIDTH = 1280;

	/** Two thirds of the width, as a photograph has. */
	public static final int HEIGHT = 853;

	private static final float QUALITY = 0.86f;

	private static final Pattern NAME = Pattern.compile("([a-z]+)-([a-z]+)-(\\d{1,4})");

	private final String name;

	private final Scene scene;

	private final Palette palette;

	private final int number;

	private Drawing(String name, Scene scene, Palette palette, int number) {
		this.name = name;
		this.scene = scene;
		this.palette = palette;
		this.number = number;
	}

	/**
	 * Finds what a name stands for.
	 * @param name scene, colours, number
	 * @return empty when there is no such scene or there are no such colours
	 */
	public static Optional<Drawing> named(String name) {
		Matcher matcher = NAME.matcher(name);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		Optional<Palette> palette = Arrays.stream(Palette.values())
			.filter((it) -> it.word().equals(matcher.group(2)))
			.findFirst();
		return Scenes.named(matcher.group(1))
			.flatMap((scene) -> palette
				.map((colours) -> new Drawing(name, scene, colours, Integer.parseInt(matcher.group(3)))));
	}

	/**
	 * Its name.
	 * @return as it was asked for
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Draws it.
	 * @return a JPEG of {@link #WIDTH} by {@link #HEIGHT}
	 */
	public byte[] jpeg() {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Canvas canvas = new Canvas(image, this.name.hashCode() * 31L + this.number);
		this.scene.paint(canvas, this.palette);
		canvas.finish();
		return encode(image);
	}

	private static byte[] encode(BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(300_000);
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
			ImageWriteParam settings = writer.getDefaultWriteParam();
			settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			settings.setCompressionQuality(QUALITY);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A picture could not be encoded", ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
