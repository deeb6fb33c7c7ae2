package vn.bantin.article.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.CRC32;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RenditionsTests {

	private static final String WEBP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAUAmJaQAA3AA/v02aAA=";

	private final Renditions renditions = new Renditions();

	@Test
	void makesEveryWidthAndNeverALargerOne() throws Exception {
		Renditions.Picture large = this.renditions.make(jpeg(2000, 1000));
		assertThat(large).extracting("width", "height", "type").containsExactly(2000, 1000, "image/jpeg");
		assertThat(large.files().keySet()).containsExactlyElementsOf(Renditions.WIDTHS);
		for (int width : Renditions.WIDTHS) {
			BufferedImage file = decoded(large, width);
			assertThat(file.getWidth()).isEqualTo(width);
			assertThat(file.getHeight()).isEqualTo(width / 2);
		}
		Renditions.Picture small = this.renditions.make(jpeg(500, 250));
		assertThat(decoded(small, 320).getWidth()).isEqualTo(320);
		assertThat(decoded(small, 640).getWidth()).isEqualTo(500);
		assertThat(decoded(small, 1280).getWidth()).isEqualTo(500);
	}

	@Test
	void keepsTransparencyOnlyWhereThereIsSome() throws Exception {
		BufferedImage clear = new BufferedImage(400, 300, BufferedImage.TYPE_INT_ARGB);
		Renditions.Picture transparent = this.renditions.make(file(clear, "png"));
		assertThat(transparent.type()).isEqualTo("image/png");
		assertThat(decoded(transparent, 320).getRGB(1, 1) >>> 24).isZero();
		assertThat(this.renditions.make(file(twoColours(400, 300), "png")).type()).isEqualTo("image/jpeg");
	}

	@Test
	void readsWebp() throws Exception {
		Renditions.Picture picture = this.renditions.make(Base64.getDecoder().decode(WEBP));
		assertThat(picture).extracting("width", "height", "type").containsExactly(1, 1, "image/jpeg");
	}

	@Test
	void readsCmyk() throws Exception {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (ImageOutputStream output = ImageIO.createImageOutputStream(file)) {
			writer.setOutput(output);
			writer.write(new IIOImage(Raster.createInterleavedRaster(0, 64, 48, 4, null), null, null));
		}
		writer.dispose();
		assertThat(this.renditions.make(file.toByteArray())).extracting("width", "height").containsExactly(64, 48);
	}

	@Test
	void turnsPixelsUprightAndDropsMetadata() throws Exception {
		Renditions.Picture upright = this.renditions.make(withExif(jpeg(3000, 2000), 6));
		assertThat(upright).extracting("width", "height").containsExactly(2000, 3000);
		BufferedImage turned = decoded(upright, 320);
		assertThat(turned.getHeight()).isEqualTo(480);
		// What was on the left is now at the top.
		assertThat(new Color(turned.getRGB(160, 20)).getRed()).isGreaterThan(200);
		assertThat(new Color(turned.getRGB(160, 460)).getBlue()).isGreaterThan(200);
		assertThat(new String(Objects.requireNonNull(upright.files().get(1280)), StandardCharsets.ISO_8859_1))
			.doesNotContain("Exif");
	}

	@Test
	void readsPictureWithDamagedMetadata() throws Exception {
		assertThat(this.renditions.make(withExif(jpeg(400, 200), 99))).extracting("width", "height")
			.containsExactly(400, 200);
	}

	@Test
	void refusesPictureTooLargeForMemoryBeforeDecodingIt() {
		assertThatExceptionOfType(Renditions.NoPicture.class).isThrownBy(() -> this.renditions.make(hollow(9000, 9000)))
			.withMessageContaining("9000 × 9000");
		assertThatExceptionOfType(Renditions.NoPicture.class)
			.isThrownBy(() -> this.renditions.make(hollow(2_000_000_000, 1)))
			.withMessageContaining("2000000000 × 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "GIF89a\u0001\u0000\u0001\u0000" })
	void refusesFilesOfOtherFormats(String content) {
		assertThatExceptionOfType(Renditions.NoPicture.class)
			.isThrownBy(() -> this.renditions.make(content.getBytes(StandardCharsets.ISO_8859_1)));
	}

	@Test
	void refusesPictureThatEndsBeforeItsPixels() throws Exception {
		byte[] whole = file(twoColours(200, 100), "png");
		for (int length = 1; length < 44; length++) {
			byte[] cut = Arrays.copyOf(whole, length);
			assertThatExceptionOfType(Renditions.NoPicture.class).isThrownBy(() -> this.renditions.make(cut));
		}
	}

	private static BufferedImage decoded(Renditions.Picture picture, int width) throws IOException {
		byte[] file = Objects.requireNonNull(picture.files().get(width));
		return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
	}

	private static byte[] jpeg(int width, int height) throws IOException {
		return file(twoColours(width, height), "jpeg");
	}

	/** Red on the left, blue on the right. */
	private static BufferedImage twoColours(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, width / 2, height);
		graphics.setColor(Color.BLUE);
		graphics.fillRect(width / 2, 0, width, height);
		graphics.dispose();
		return image;
	}

	private static byte[] file(BufferedImage image, String format) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		assertThat(ImageIO.write(image, format, file)).isTrue();
		return file.toByteArray();
	}

	/** Inserts an Exif segment with only an orientation after the first marker. */
	private static byte[] withExif(byte[] jpeg, int orientation) {
		ByteBuffer exif = ByteBuffer.allocate(36);
		exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1));
		exif.putShort((short) 42).putInt(8).putShort((short) 1);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		return ByteBuffer.allocate(jpeg.length + exif.position())
			.put(jpeg, 0, 2)
			.put(exif.array(), 0, exif.position())
			.put(jpeg, 2, jpeg.length - 2)
			.array();
	}

	/** A PNG header without a single pixel. */
	private static byte[] hollow(int width, int height) {
		byte[] header = ByteBuffer.allocate(17)
			.put("IHDR".getBytes(StandardCharsets.ISO_8859_1))
			.putInt(width)
			.putInt(height)
			.put(new byte[] { 8, 2, 0, 0, 0 })
			.array();
		CRC32 check = new CRC32();
		check.update(header);
		return ByteBuffer.allocate(33)
			.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' })
			.putInt(13)
			.put(header)
			.putInt((int) check.getValue())
			.array();
	}

}
