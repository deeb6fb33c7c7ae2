package vn.bantin.local.content.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DrawingTests {

	@ParameterizedTest
	@ValueSource(strings = { "terraces-dawn-7", "river-night-7", "lotus-rain-7", "harvest-gold-7", "dyke-mist-7",
			"houses-noon-7", "rainstreet-dusk-7", "market-night-7", "bikelane-noon-7", "bus-rain-7", "pitch-gold-7",
			"shelves-dusk-7", "gallery-mist-7", "workshop-noon-7", "hall-dawn-7", "incense-gold-7" })
	void drawsEverySceneAndLight(String name) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(draw(name)));
		assertThat(image.getWidth()).isEqualTo(1280);
		assertThat(image.getHeight()).isEqualTo(853);
		assertThat(colours(image)).as("different colours of " + name).isGreaterThan(1000);
	}

	@Test
	void drawsTheSamePictureForTheSameName() {
		assertThat(draw("market-night-1")).isEqualTo(draw("market-night-1"));
	}

	@Test
	void drawsAnotherPictureForAnotherNumberOrLight() {
		byte[] picture = draw("river-dusk-1");
		assertThat(draw("river-dusk-2")).isNotEqualTo(picture);
		assertThat(draw("river-dawn-1")).isNotEqualTo(picture);
	}

	@ParameterizedTest
	@ValueSource(strings = { "volcano-dawn-1", "river-ultraviolet-1", "river-dawn", "river-dawn-x", "" })
	void knowsNoOtherNames(String name) {
		assertThat(Drawing.named(name)).isEmpty();
	}

	private static byte[] draw(String name) {
		return Drawing.named(name).orElseThrow().jpeg();
	}

	private static int colours(BufferedImage image) {
		Set<Integer> colours = new HashSet<>();
		for (int y = 0; y < image.getHeight(); y += 7) {
			for (int x = 0; x < image.getWidth(); x += 7) {
				colours.add(image.getRGB(x, y));
			}
		}
		return colours.size();
	}

}
