package vn.bantin.gateway.live;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.service.problem.Violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WantedTests {

	private static final String ID = "7w118k73yv";

	@Test
	void readsWhatAPageShows() {
		Wanted wanted = wanted("articles=7w118k73yv,b2c3d4e5f6&widgets=weather:ha-noi,exchange-rates", null);
		assertThat(wanted.subjects()).containsExactly(Subject.tally(ID), Subject.article(ID),
				Subject.tally("b2c3d4e5f6"), Subject.article("b2c3d4e5f6"), Subject.weather("ha-noi"),
				Subject.EXCHANGE_RATES);
	}

	@Test
	void takesEverythingAsNewsToAPageThatSaysNothing() {
		assertThat(wanted("articles=" + ID, null).isNews(Subject.tally(ID), 0)).isTrue();
	}

	@Test
	void goesOnFromWhatAPageHas() {
		Wanted wanted = wanted("articles=7w118k73yv&have=tally-7w118k73yv:17,article-7w118k73yv:4", null);
		assertThat(wanted.isNews(Subject.tally(ID), 17)).isFalse();
		assertThat(wanted.isNews(Subject.tally(ID), 18)).isTrue();
		assertThat(wanted.isNews(Subject.article(ID), 4)).isFalse();
		assertThat(wanted.isNews(Subject.article(ID), 5)).isTrue();
	}

	@Test
	void goesOnFromTheLastEventEvenIfThePageWasOlder() {
		Wanted wanted = wanted("articles=7w118k73yv&have=tally-7w118k73yv:17", "tally-7w118k73yv:20");
		assertThat(wanted.isNews(Subject.tally(ID), 20)).isFalse();
		assertThat(wanted.isNews(Subject.tally(ID), 21)).isTrue();
	}

	@Test
	void goesOnFromTheIdsOfItsOwnEvents() {
		Subject rates = Subject.EXCHANGE_RATES;
		String event = new String(LiveEvent.of(rates, 1795411200000L, "{}").bytes());
		String id = event.lines().filter((line) -> line.startsWith("id: ")).findFirst().orElseThrow().substring(4);
		assertThat(wanted("widgets=exchange-rates", id).isNews(rates, 1795411200000L)).isFalse();
		assertThat(wanted("widgets=exchange-rates", id).isNews(rates, 1795411200001L)).isTrue();
	}

	@Test
	void startsAnewAfterAnIdThatIsNoneOfItsOwn() {
		assertThat(wanted("articles=" + ID, "of another newspaper").isNews(Subject.tally(ID), 0)).isTrue();
	}

	@Test
	void allowsAHundredArticles() {
		assertThat(wanted("articles=" + String.join(",", Collections.nCopies(100, ID)), null).subjects()).hasSize(2);
		refuses("articles=" + String.join(",", Collections.nCopies(101, ID)), "articles");
	}

	@ParameterizedTest
	@CsvSource({ "articles=7W118k73yv, articles", "articles=a, articles", "widgets=tides, widgets",
			"widgets=weather:Ha-Noi, widgets", "'', articles", "articles=7w118k73yv&since=4, since",
			"articles=7w118k73yv&have=4, have" })
	void saysWhichParameterIsWrong(String query, String parameter) {
		refuses(query, parameter);
	}

	private static void refuses(String query, String parameter) {
		assertThatExceptionOfType(InvalidRequest.class).isThrownBy(() -> wanted(query, null))
			.satisfies((refused) -> assertThat(refused.violations()).extracting(Violation::field)
				.containsExactly(parameter));
	}

	private static Wanted wanted(String query, @Nullable String lastEventId) {
		Map<String, List<String>> parameters = UriComponentsBuilder.fromUriString("/api/live?" + query)
			.build()
			.getQueryParams();
		return Wanted.of(query.isEmpty() ? new LinkedMultiValueMap<>() : parameters, lastEventId);
	}

}
