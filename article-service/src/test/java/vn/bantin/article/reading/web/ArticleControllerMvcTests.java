package vn.bantin.article.reading.web;

import org.springframework.context.annotation.Import;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.publishing.Drafts;
import vn.bantin.article.publishing.Sections;
import vn.bantin.article.reading.ArticleSearch;
import vn.bantin.article.reading.ReaderArticles;

import static org.assertj.core.api.Assertions.assertThat;

/** Readers' HTTP with the real index and the real security. */
@WebMvcTest(ArticleController.class)
@Import(ReadingWebConfiguration.class)
class ArticleControllerMvcTests {

	private static final Path EXAMPLES = Path.of(System.getProperty("bantin.root", ".."), "article-service",
			"contracts", "examples");

	private static final String FULL = "7w118k73yv";

	@Autowired
	private MockMvcTester mvc;

	@Test
	void answersWithTheArticleOfTheEventAndItsRelatedOnes() throws IOException {
		ObjectNode expected = example("article.published.v1.full.json");
		expected.putArray("related");
		MvcTestResult answer = this.mvc.get().uri("/api/articles/" + FULL).exchange();
		assertThat(answer).hasStatusOk().bodyText().isEqualTo(JsonMapper.shared().writeValueAsString(expected));
	}

	@Test
	void relatesArticlesOfTheSameSectionWithoutTheirBodies() {
		JsonNode related = body("/api/articles/a1").path("related");
		assertThat(related.valueStream().map((it) -> it.path("id").asString())).containsExactly("a5", "a4", "a3", "a2");
		assertThat(related.valueStream()).noneMatch((it) -> it.has("body"));
	}

	@Test
	void saysWhyAnArticleWasRetracted() throws IOException {
		JsonNode retracted = example("article.retracted.v1.full.json");
		MvcTestResult answer = this.mvc.get().uri("/api/articles/retracted1").exchange();
		assertProblem(answer, 410, "article-retracted");
		assertThat(answer).bodyJson()
			.extractingPath("$.reason")
			.isEqualTo(retracted.path("retractionReason").asString());
		assertThat(answer).bodyJson().extractingPath("$.retracted").isEqualTo(retracted.path("retracted").asString());
	}

	@Test
	void saysThatThereIsNoSuchArticle() {
		assertProblem(this.mvc.get().uri("/api/articles/nosucharti").exchange(), 404, "article-not-found");
	}

	@Test
	void listsArticlesWithoutTheirBodies() throws IOException {
		ObjectNode expected = example("article.published.v1.full.json");
		expected.remove("body");
		MvcTestResult answer = this.mvc.get().uri("/api/articles?section=xay-dung-dang").exchange();
		assertThat(answer).hasStatusOk()
			.bodyText()
			.isEqualTo("{\"items\":[" + JsonMapper.shared().writeValueAsString(expected) + "]}");
	}

	@Test
	void followsNextLinksToTheEnd() {
		List<String> seen = new ArrayList<>();
		@Nullable String next = "/api/articles?section=thoi-su&limit=2";
		while (next != null) {
			JsonNode page = body(next);
			page.path("items").forEach((item) -> seen.add(item.path("id").asString()));
			next = page.has("next") ? page.path("next").asString() : null;
		}
		assertThat(seen).containsExactly("a5", "a4", "a3", "a2", "a1");
	}

	@Test
	void keepsWordsAsTheyWereTypedInNextLinks() {
		String next = body("/api/articles?q=B%C3%A0i%20%2B%2B%20%7Bs%E1%BB%91%7D&limit=1").path("next").asString();
		assertThat(next).startsWith("/api/articles?q=B%C3%A0i%20%2B%2B%20%7Bs%E1%BB%91%7D&limit=1&cursor=");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "limit=0 | limit | 0 | a whole number from 1 to 100",
			"limit=101 | limit | 101 | a whole number from 1 to 100",
			"limit=many | limit | many | a whole number from 1 to 100",
			"limit= | limit | '' | a whole number from 1 to 100", "kind=essay | kind | essay | article or photo-story",
			"q=%20 | q | ' ' | 1 to 200 characters", "q= | q | '' | 1 to 200 characters",
			"cursor=rubbish! | cursor | rubbish! | the cursor of a next link of the same list",
			"colour=red | colour | red | 'no such parameter; known are author, cursor, kind, limit, q, section, tag'",
			"limit=1&limit=2 | limit | 1, 2 | once at most" })
	void refusesQueryItDoesNotUnderstand(String query, String field, String value, String allowed) {
		MvcTestResult refused = this.mvc.get().uri(URI.create("/api/articles?" + query)).exchange();
		assertProblem(refused, 400, "invalid-request");
		JsonNode errors = JsonMapper.shared().readTree(refused.getResponse().getContentAsByteArray()).path("errors");
		assertThat(errors).hasSize(1);
		assertThat(errors.path(0).path("field").asString()).isEqualTo(field);
		assertThat(errors.path(0).path("value").asString()).isEqualTo(value);
		assertThat(errors.path(0).path("allowed").asString()).isEqualTo(allowed);
	}

	@Test
	void refusesTooManyCharacters() {
		MvcTestResult refused = this.mvc.get().uri("/api/articles?q=" + "x".repeat(201)).exchange();
		assertProblem(refused, 400, "invalid-request");
		assertThat(this.mvc.get().uri("/api/articles?q=" + "x".repeat(200)).exchange()).hasStatusOk();
	}

	@Test
	void listsSectionsAndTags() {
		assertThat(this.mvc.get().uri("/api/sections").exchange()).hasStatusOk()
			.bodyText()
			.isEqualTo("{\"items\":[{\"slug\":\"thoi-su\",\"name\":\"Thời sự\"},"
					+ "{\"slug\":\"van-hoa\",\"name\":\"Văn hóa\"}]}");
		assertThat(this.mvc.get().uri("/api/tags").exchange()).hasStatusOk()
			.bodyText()
			.isEqualTo("{\"items\":[{\"slug\":\"ha-noi\",\"name\":\"Hà Nội\"}]}");
	}

	private JsonNode body(String uri) {
		MvcTestResult answer = this.mvc.get().uri(URI.create(uri)).exchange();
		assertThat(answer).hasStatusOk();
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

	private static void assertProblem(MvcTestResult answer, int status, String code) {
		assertThat(answer).hasStatus(status).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + code);
	}

	private static ObjectNode example(String name) throws IOException {
		JsonNode event = JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve(name)));
		return (ObjectNode) event.path("value").path("article");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Readers {

		@Bean
		ArticleSearch search() throws IOException {
			return ReaderArticles.search(example("article.published.v1.full.json"),
					example("article.retracted.v1.full.json").put("id", "retracted1"),
					ReaderArticles.article("a1", 1, "Bài số 1", 1), ReaderArticles.article("a2", 1, "Bài số 2", 2),
					ReaderArticles.article("a3", 1, "Bài số 3", 3), ReaderArticles.article("a4", 1, "Bài số 4", 4),
					ReaderArticles.article("a5", 1, "Bài số 5", 5));
		}

		@Bean
		Sections sections() {
			return Drafts.SECTIONS;
		}

	}

}
