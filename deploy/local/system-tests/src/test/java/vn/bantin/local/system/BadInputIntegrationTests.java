package vn.bantin.local.system;

import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.bantin.local.system.Newspaper.Answer;
import vn.bantin.local.system.Newspaper.Desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Everything a caller can get wrong is said to him in a problem detail, and changes
 * nothing.
 */
@ExtendWith(RunningNewspaper.class)
class BadInputIntegrationTests {

	private static final String GOOD = Newspaper.draft("Bài dùng để thử");

	static Stream<Arguments> wrongDrafts() {
		return Stream.of(arguments("wrong JSON", "{ \"title\": ", 400, ""),
				arguments("no title", GOOD.replace("\"title\": \"Bài dùng để thử\",", ""), 400, "title"),
				arguments("unknown section", GOOD.replace("thoi-su", "khong-co"), 400, "section"),
				arguments("unknown field", GOOD.replace("\"kind\"", "\"color\": \"red\", \"kind\""), 400, "color"),
				arguments("unknown body node", GOOD.replace("\"paragraph\"", "\"script\""), 400,
						"body.content[1].type"),
				arguments("2 MiB", GOOD.replace("Nội dung", "x".repeat(2 << 20)), 413, ""));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("wrongDrafts")
	void refusesWrongDraft(String what, String draft, int status, String field, Newspaper newspaper, Desks desks) {
		Answer answer = newspaper.desk(desks.writer()).create(draft);
		assertProblem(answer, status);
		if (!field.isEmpty()) {
			JsonNode error = answer.json().path("errors").path(0);
			assertThat(error.path("field").asString()).isEqualTo(field);
			assertThat(error.path("allowed").asString()).isNotBlank();
		}
	}

	@Test
	void refusesStaleRevisionAndShowsBothVersions(Newspaper newspaper, Desks desks) {
		Desk writer = newspaper.desk(desks.writer());
		Answer created = writer.create(Newspaper.draft("Bản đầu"));
		String id = created.json().path("id").asString();
		String first = Newspaper.revision(created);
		assertThat(writer.edit(id, Newspaper.draft("Bản hai"), first).status()).isEqualTo(200);

		Answer stale = writer.edit(id, Newspaper.draft("Bản ba"), first);

		assertProblem(stale, 409);
		assertThat(stale.body()).contains("Bản hai", "Bản ba");
		assertThat(writer.call("GET", "/api/newsroom/articles/" + id, null).json().path("title").asString())
			.isEqualTo("Bản hai");
	}

	@Test
	void refusesToChangeWithoutRevision(Newspaper newspaper, Desks desks) {
		Desk writer = newspaper.desk(desks.writer());
		String id = writer.create(Newspaper.draft("Bản đầu")).json().path("id").asString();
		assertProblem(writer.call("PUT", "/api/newsroom/articles/" + id, Newspaper.draft("Bản hai")), 428);
	}

	@Test
	void refusesCallersWithoutTokenOrRole(Newspaper newspaper, Desks desks) {
		assertProblem(newspaper.send("POST", "/api/newsroom/articles", GOOD), 401);
		assertProblem(newspaper.desk("not.a.token").create(GOOD), 401);
		Desk writer = newspaper.desk(desks.writer());
		Answer created = writer.create(GOOD);
		assertProblem(writer.publish(created.json().path("id").asString(), Newspaper.revision(created)), 403);
	}

	@Test
	void refusesWrongStars(Newspaper newspaper, Desks desks) {
		String id = newspaper.desk(desks.editor()).publishNew("Bài để chấm điểm").json().path("id").asString();
		await().untilAsserted(() -> assertThat(newspaper.newReader().rate(id, 5).status()).isEqualTo(200));
		Answer six = newspaper.newReader().rate(id, 6);
		assertProblem(six, 400);
		JsonNode error = six.json().path("errors").path(0);
		assertThat(error.path("field").asString()).isEqualTo("stars");
		assertThat(error.path("value").asInt()).isEqualTo(6);
		assertProblem(newspaper.newReader().rate(id, 0), 400);
		assertThat(newspaper.newReader().rating(id).json().path("count").asInt()).isEqualTo(1);
	}

	@Test
	void refusesUnknownArticleParameterAndPath(Newspaper newspaper) {
		assertProblem(newspaper.get("/api/articles/0000000000"), 404);
		assertProblem(newspaper.newReader().rate("0000000000", 3), 404);
		assertProblem(newspaper.get("/api/articles?limit=1000"), 400);
		assertProblem(newspaper.get("/api/articles?colour=red"), 400);
		assertProblem(newspaper.get("/api/nothing-here"), 404);
		assertThat(newspaper.get("/thoi-su/khong-co-0000000000").status()).isEqualTo(404);
	}

	private static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("type").asString()).startsWith("/problems/");
		assertThat(answer.json().path("detail").asString()).isNotBlank();
	}

}
