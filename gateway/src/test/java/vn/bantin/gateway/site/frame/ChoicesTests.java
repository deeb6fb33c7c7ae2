package vn.bantin.gateway.site.frame;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChoicesTests {

	@Test
	void followsTheSystemUntilTheReaderChooses() {
		Choices choices = Choices.read(Map.of());
		assertThat(choices).isEqualTo(new Choices(null, null, "ha-noi", "vi"));
	}

	@Test
	void keepsWhatWasChosen() {
		assertThat(
				Choices.read(Map.of("text-size", "150", "contrast", "highest", "place", "lao-cai", "language", "en")))
			.isEqualTo(new Choices(150, Contrast.HIGHEST, "lao-cai", "en"));
	}

	@ParameterizedTest
	@CsvSource({ "text-size, 151", "text-size, ''", "contrast, HIGH", "contrast, x\"onload=", "place, ../admin",
			"place, Hà Nội", "language, xx" })
	void forgetsWhatMakesNoSense(String name, String value) {
		assertThat(Choices.read(Map.of(name, value))).isEqualTo(Choices.read(Map.of()));
	}

	@ParameterizedTest
	@CsvSource({ "80, 80, 90", "100, 90, 110", "175, 150, 200", "200, 175, 200" })
	void stepsThroughTheTextSizes(String size, int smaller, int larger) {
		Choices choices = Choices.read(Map.of("text-size", size));
		assertThat(choices.smaller()).isEqualTo(smaller);
		assertThat(choices.larger()).isEqualTo(larger);
	}

	@ParameterizedTest
	@CsvSource({ "normal, normal, high", "high, normal, highest", "highest, high, highest" })
	void stepsThroughTheContrasts(String contrast, String weaker, String stronger) {
		Choices choices = Choices.read(Map.of("contrast", contrast));
		assertThat(choices.weaker()).isEqualTo(weaker);
		assertThat(choices.stronger()).isEqualTo(stronger);
	}

}
