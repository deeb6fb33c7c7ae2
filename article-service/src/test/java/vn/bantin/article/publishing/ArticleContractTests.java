package vn.bantin.article.publishing;

import vn.bantin.service.cloudevent.CloudEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What this service announces is what {@code contracts/} says, today and in every example
 * ever given.
 */
class ArticleContractTests {

	private static final Path CONTRACTS = Path.of(System.getProperty("bantin.root", ".."), "article-service",
			"contracts");

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final Announcer announcer = new Announcer(Drafts.SECTIONS);

	static Stream<Path> examples() throws IOException {
		return Files.list(CONTRACTS.resolve("examples"));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void keepsEveryExampleValid(Path example) throws IOException {
		JsonNode event = JsonMapper.shared().readTree(Files.readString(example));
		String type = event.path("headers").path("ce_type").asString().substring("vn.bantin.".length());
		assertThat(example.getFileName().toString()).startsWith(type + ".");
		assertValid(type, event.path("value"));
		assertThat(event.path("headers").path("ce_subject")).isEqualTo(event.path("value").path("article").path("id"));
	}

	@Test
	void announcesEveryFactAsItsSchemaSays() throws IOException {
		Article draft = Article.draft("ab12cd34ef", Drafts.content(), "a", NOW);
		Change published = draft.publish(null, "b", NOW);
		Change corrected = published.after().publish("Sai tên", "b", NOW);
		Change updated = corrected.after()
			.edit(Drafts.read(Drafts.json().replace("Mở đầu.", "Khác.")), "a", NOW)
			.after()
			.publish(null, "b", NOW);
		Change retracted = updated.after().retract("Đăng nhầm", "b", NOW);
		for (Change change : new Change[] { published, corrected, updated, retracted }) {
			CloudEvent event = this.announcer.announce(Objects.requireNonNull(change.fact()));
			assertValid(event.type().substring("vn.bantin.".length()), JsonMapper.shared().readTree(event.data()));
			assertThat(event.revision()).isEqualTo(change.after().revision());
			assertThat(event.id().charAt(14)).isEqualTo('7');
		}
	}

	@Test
	void tellsNothingOfTheTextInRetraction() {
		Article published = Article.draft("ab12cd34ef", Drafts.content(), "a", NOW).publish(null, "b", NOW).after();
		String data = this.announcer.announce(Objects.requireNonNull(published.retract("Đăng nhầm", "b", NOW).fact()))
			.data();
		assertThat(data).contains("Đăng nhầm", "/thoi-su/mot-ngay-o-ben-song-ab12cd34ef")
			.doesNotContain("Nội dung", "Mở đầu", "Một ngày");
	}

	@Test
	void tellsNothingOfUnpublishedEditInRetraction() throws IOException {
		Article published = Article.draft("ab12cd34ef", Drafts.content(), "a", NOW).publish(null, "b", NOW).after();
		Article renamed = published.edit(Drafts.read(Drafts.json().replace("Một ngày", "Hai ngày")), "a", NOW)
			.after()
			.publish(null, "b", NOW)
			.after();
		Article backAgain = renamed.edit(Drafts.content(), "a", NOW).after().publish(null, "b", NOW).after();
		Article moved = backAgain
			.edit(Drafts.read(Drafts.json().replace("thoi-su", "van-hoa").replace("\"article\"", "\"photo-story\"")),
					"a", NOW)
			.after();
		JsonNode told = JsonMapper.shared()
			.readTree(
					this.announcer.announce(Objects.requireNonNull(moved.retract("Đăng nhầm", "b", NOW).fact())).data())
			.path("article");
		assertThat(told.path("section").path("slug").asString()).isEqualTo("thoi-su");
		assertThat(told.path("kind").asString()).isEqualTo("article");
		assertThat(told.path("url").asString()).isEqualTo("/thoi-su/mot-ngay-o-ben-song-ab12cd34ef");
		assertThat(told.path("addresses")).hasSize(2);
	}

	private static void assertValid(String type, JsonNode data) throws IOException {
		String schema = Files.readString(CONTRACTS.resolve(type + ".schema.json"));
		assertThat(
				SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema).validate(data))
			.as(type)
			.isEmpty();
	}

}
