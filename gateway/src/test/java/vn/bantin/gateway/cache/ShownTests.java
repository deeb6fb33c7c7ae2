package vn.bantin.gateway.cache;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/** What an answer comes to depend on. */
class ShownTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/articles/a1 | {"id":"a1","related":[{"id":"b2"}]} | article-a1 article-b2
			/api/articles/a1 | null | article-a1
			/api/articles/a1/rating | {"version":3} | article-a1 tally-a1
			/api/articles | {"items":[{"id":"a1"},{"id":"b2"}]} | article-a1 article-b2 articles
			/api/articles?limit=3 | {"items":[]} | articles
			/api/articles?section=kinh-te&limit=3 | {"items":[{"id":"a1"}]} | article-a1 section-kinh-te
			/api/articles?tag=ha-noi | {"items":[]} | tag-ha-noi
			/api/articles?author=phuong-linh | {"items":[]} | author-phuong-linh
			/api/articles?kind=photo-story | {"items":[]} | kind-photo-story
			/api/articles?section=kinh-te&q=x | {"items":[]} | articles
			/api/articles/top-rated?limit=5 | {"items":[{"id":"a1"}]} | article-a1 tally-a1
			/api/tags | {"items":[{"slug":"x"}]} | articles
			/api/sections | {"items":[]} | ''
			/api/widgets/weather?place=hue | {} | forecast-hue
			/api/widgets/weather | {} | forecast-ha-noi
			/api/widgets/weather/places | {} | ''
			/api/widgets/exchange-rates | {} | exchange-rates
			/api/widgets/exchange-rates/USD/history?days=30 | {} | exchange-rates
			""")
	void isToldByAddressAndContent(String target, String json, String expected) {
		Set<String> tags = Shown.by(target, JsonMapper.builder().build().readTree(json))
			.stream()
			.map(Tag::value)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(String.join(" ", tags)).isEqualTo(expected);
	}

}
