package vn.bantin.benchmark.content;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedNewsTests {

	private static final Instant FIRST = Instant.parse("2026-11-23T08:00:00Z");

	private final GeneratedNews news = new GeneratedNews(FIRST);

	@Test
	void writesTheSameArticleAgain() {
		assertThat(new GeneratedNews(FIRST).article(7)).isEqualTo(this.news.article(7));
		assertThat(this.news.article(7).path("body")).isNotEqualTo(this.news.article(8).path("body"));
	}

	@Test
	void writesAbout8Kilobytes() {
		for (int number = 0; number < 100; number++) {
			int bytes = text(this.news.article(number).path("body")).getBytes(StandardCharsets.UTF_8).length;
			assertThat(bytes).isBetween(7_500, 10_500);
		}
	}

	@Test
	void fills5SectionsAnd200Tags() {
		Set<String> sections = new HashSet<>();
		Set<String> tags = new HashSet<>();
		for (int number = 0; number < 1000; number++) {
			JsonNode article = this.news.article(number);
			sections.add(article.at("/section/slug").asString());
			tags.add(article.at("/tags/0/slug").asString());
		}
		assertThat(sections).hasSize(5);
		assertThat(tags).hasSize(GeneratedNews.TAGS);
	}

	@Test
	void givesEachArticleAnIdAndALaterTime() {
		assertThat(GeneratedNews.id(0)).isEqualTo("bench00000").hasSize(10);
		assertThat(GeneratedNews.id(999_999)).matches("[a-z0-9]{10}");
		assertThat(this.news.published(3)).isEqualTo(FIRST.plusSeconds(3));
	}

	@Test
	void addressesAnArticleWithoutDiacritics() {
		assertThat(this.news.article(1).path("url").asString()).matches("/xay-dung-dang/ky-2-[a-z0-9-]+-bench00001");
	}

	private static String text(JsonNode node) {
		StringBuilder text = new StringBuilder(node.path("text").asString(""));
		node.path("content").forEach((child) -> text.append(text(child)));
		return text.toString();
	}

}
