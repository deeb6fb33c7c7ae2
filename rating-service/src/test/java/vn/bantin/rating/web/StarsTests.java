package vn.bantin.rating.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StarsTests {

	@Test
	void readsStars() {
		assertThat(read("{\"stars\": 4}").value()).isEqualTo(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"stars\": 0}", "{\"stars\": 6}", "{\"stars\": \"5\"}", "{\"stars\": 4.5}", "{}", "[]",
			"{\"stars\": null}", "{\"stars\": 3, \"more\": 1}" })
	void refusesWhatIsNoVote(String body) {
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> read(body));
	}

	private static Stars read(String body) {
		return Stars.read(JsonMapper.shared().readTree(body));
	}

}
