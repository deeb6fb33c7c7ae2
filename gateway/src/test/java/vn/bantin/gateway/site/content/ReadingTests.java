package vn.bantin.gateway.site.content;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTests {

	@Test
	void offersRenditionsUpToTheOriginalsWidth() {
		assertThat(picture(1600).sources()).isEqualTo(
				"/api/media/m1/320 320w, /api/media/m1/640 640w, /api/media/m1/960 960w, /api/media/m1/1280 1280w");
		assertThat(picture(800).sources())
			.isEqualTo("/api/media/m1/320 320w, /api/media/m1/640 640w, /api/media/m1/960 800w");
		assertThat(picture(200).sources()).isEqualTo("/api/media/m1/320 200w");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Minh Hà", "Ảnh: Minh Hà", "ảnh :Minh Hà", "ẢNH: Minh Hà" })
	void labelsACreditOnlyOnce(String credit) {
		Picture picture = Picture.read(fields("{\"media\":\"m1\",\"credit\":\"" + credit + "\"}")).orElseThrow();
		assertThat(picture.credit()).isEqualTo("Minh Hà");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "../x", "m1/../../y", "M1", "m1\\\" onerror=\\\"x" })
	void hasNoPictureWithoutAUsableId(String media) {
		assertThat(Picture.read(fields("{\"media\":\"" + media + "\"}"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":\"a1b2c3d4e5\",\"title\":\"t\",\"url\":\"javascript:alert(1)\"}",
			"{\"id\":\"a1b2c3d4e5\",\"title\":\"t\",\"url\":\"//evil.example/x\"}",
			"{\"id\":\"a1b2c3d4e5\",\"title\":\" \",\"url\":\"/a/b\"}", "{\"id\":7,\"title\":\"t\",\"url\":\"/a/b\"}",
			"[]", "\"x\"" })
	void hasNoStoryWithoutWhatEveryStoryHas(String json) {
		assertThat(Story.read(fields(json))).isEmpty();
	}

	@Test
	void readsAStoryOfWhichOnlyTheLeastIsKnown() {
		Story story = Story
			.read(fields(
					"""
							{"id":"a1b2c3d4e5","title":"t","url":"/a/b-a1b2c3d4e5","section":7,"tags":{},"authors":[null,{"name":"x"}],
							"published":"gestern","body":"<p>","related":[{}],"leadPicture":[]}"""))
			.orElseThrow();
		assertThat(story.section()).isNull();
		assertThat(story.authors()).isEmpty();
		assertThat(story.published()).isNull();
		assertThat(story.face()).isNull();
		assertThat(story.openForRating()).isTrue();
		assertThat(story.changed()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/api/articles?section=x&cursor=eyJh%3D&limit=5, eyJh%3D", "/api/articles?limit=5,",
			"/api/articles?cursor=,", "'%zz?cursor=x',", "/api/articles," })
	void takesTheCursorOutOfTheNextAddress(String next, String cursor) {
		assertThat(StoryList.read(fields("{\"items\":[],\"next\":\"" + next + "\"}")).cursor()).isEqualTo(cursor);
	}

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

	@Test
	void readsMoneyFromStringsAndLeavesOutWhatIsNotQuoted() {
		Board board = Board.read(
				fields("""
						{"bank":"V","rates":[{"currency":"USD","cashBuy":"26345.00","transfer":null,"sell":"x","change":{"sell":"-1.5"}}],"state":"fresh"}"""));
		Board.Rate rate = board.rates().getFirst();
		assertThat(rate.cashBuy()).isEqualByComparingTo("26345");
		assertThat(rate.transfer()).isNull();
		assertThat(rate.sell()).isNull();
		assertThat(rate.change()).isEqualByComparingTo("-1.5");
	}

	@Test
	void showsNoValuesThatAreMissing() {
		assertThat(
				Board.read(fields("{\"rates\":[{\"currency\":\"USD\",\"sell\":\"1\"}],\"state\":\"missing\"}")).rates())
			.isEmpty();
		assertThat(Forecast.read(fields("{\"now\":{\"temperature\":0},\"state\":\"missing\"}")).now()).isNull();
	}

	@Test
	void leavesOutDaysThatAreOver() {
		Forecast forecast = Forecast.read(fields(
				"{\"days\":[{\"date\":\"2026-11-22\"},{\"date\":\"2026-11-23\"},{\"date\":\"2026-11-24\"},{\"date\":\"?\"}],\"state\":\"old\"}"));
		assertThat(forecast.daysFrom(LocalDate.of(2026, 11, 23))).extracting(Forecast.Day::date)
			.containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24));
		assertThat(forecast.freshness().old()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "clearsky, SUN", "fair_day, PARTLY", "partlycloudy, PARTLY", "cloudy, CLOUD", "fog, FOG",
			"heavyrainshowers, RAIN", "lightrainandthunder, THUNDER", "sleet, SNOW", "unknown, CLOUD" })
	void drawsTheStrongestThingThatACodeNames(String code, Sky.Icon icon) {
		assertThat(Sky.read(fields("{\"code\":\"" + code + "\"}")).icon()).isEqualTo(icon);
	}

	@Test
	void drawsAChartFromTwoDaysOn() {
		assertThat(Chart.read(fields("{\"currency\":\"USD\",\"items\":[{\"sell\":\"1\"},{\"sell\":null}]}"))).isEmpty();
		Chart chart = Chart
			.read(fields("{\"currency\":\"USD\",\"items\":[{\"sell\":\"10\"},{\"sell\":\"30\"},{\"sell\":\"20\"}]}"))
			.orElseThrow();
		assertThat(chart.points()).isEqualTo("4,56 150,4 296,30");
		assertThat(chart.highest()).isEqualByComparingTo(BigDecimal.valueOf(30));
		Chart flat = Chart.read(fields("{\"currency\":\"USD\",\"items\":[{\"sell\":\"5\"},{\"sell\":\"5\"}]}"))
			.orElseThrow();
		assertThat(flat.points()).isEqualTo("4,30 296,30");
	}

	private static Picture picture(int width) {
		return Picture.read(fields("{\"media\":\"m1\",\"width\":" + width + ",\"height\":100}")).orElseThrow();
	}

	private static Fields fields(String json) {
		return new Fields(JsonMapper.shared().readTree(json));
	}

}
