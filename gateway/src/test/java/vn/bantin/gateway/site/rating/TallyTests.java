package vn.bantin.gateway.site.rating;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class TallyTests {

	@Test
	void countsNobodyWithoutDividingByZero() {
		Tally tally = Tally.read(fields("{\"sum\":0,\"count\":0,\"mean\":null,\"stars\":{},\"mine\":null}"))
			.orElseThrow();
		assertThat(tally.mean()).isNull();
		assertThat(tally.stars()).extracting(Tally.Bar::percent).containsExactly(0, 0, 0, 0, 0);
		assertThat(tally.mine()).isNull();
	}

	@Test
	void sharesOutTheStars() {
		Tally tally = Tally
			.read(fields("{\"sum\":9,\"count\":3,\"mean\":3,\"stars\":{\"5\":1,\"2\":2},\"version\":7,\"mine\":5}"))
			.orElseThrow();
		assertThat(tally.stars()).extracting(Tally.Bar::number).containsExactly(5, 4, 3, 2, 1);
		assertThat(tally.stars()).extracting(Tally.Bar::percent).containsExactly(33, 0, 0, 67, 0);
		assertThat(tally.mine(5)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "6", "\"5\"", "2.5" })
	void ignoresAnOwnVoteThatCannotBe(String mine) {
		assertThat(Tally.read(fields("{\"sum\":1,\"count\":1,\"mine\":" + mine + "}")).orElseThrow().mine()).isNull();
	}

	private static Fields fields(String json) {
		return new Fields(JsonMapper.shared().readTree(json));
	}

}
