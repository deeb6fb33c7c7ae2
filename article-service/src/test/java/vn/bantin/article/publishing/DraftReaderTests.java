package vn.bantin.article.publishing;

import vn.bantin.service.problem.Violation;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.article.publishing.Refusal.InvalidInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DraftReaderTests {

	@Test
	void readsWholeDraft() {
		Content content = Drafts.content();
		assertThat(content.title()).isEqualTo("Một ngày ở bến sông");
		assertThat(content.authors()).containsExactly("Phương Linh");
		assertThat(content.openForRating()).isTrue();
		assertThat(content.leadPicture()).extracting("width", "height").containsExactly(1600, 1067);
	}

	@Test
	void composesDecomposedText() {
		assertThat(Drafts.read(Drafts.json().replace("bến", "bến")).title()).isEqualTo("Một ngày ở bến sông");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"title\": \"Một ngày ở bến sông\", | | title",
			"thoi-su | the-thao | section", "\"article\" | \"essay\" | kind",
			"\"kind\" | \"colour\": 1, \"kind\" | colour", "\"paragraph\" | \"script\" | body.content[1].type",
			"\"bold\" | \"blink\" | body.content[1].content[0].marks[0].type",
			"\"level\": 2 | \"level\": 1 | body.content[0].attrs.level", "m0a1b2c3d4e | none | leadPicture.media",
			"\"alt\": \"Bến sông\" | \"alt\": \"\" | leadPicture.alt", "[\"Hà Nội\"] | [\"Hà Nội\", 7] | tags[1]",
			"Một ngày ở bến sông | Nửa \\ud83d chữ | title", "Mở đầu. | Chuông \\u0007 | lead",
			"Nội dung | Nội \\u0000 dung | body.content[1].content[0].text",
			"Bến sông\", | Bến \\udc00\", | leadPicture.alt", "Sáng sớm | Sáng \\uffff | leadPicture.caption",
			"Phương Linh | Phương \\u001b | authors[0].name",
			"\"level\": 2 | \"level\": 2, \"id\": \"a\" | body.content[0].attrs.id",
			"{\"type\": \"bold\"} | {\"type\": \"link\", \"attrs\": {\"href\": \"/a\", \"target\": \"x\"}} | body.content[1].content[0].marks[0].attrs.target",
			"{\"name\": \"Phương Linh\"} | \"Phương Linh\" | authors[0]" })
	void namesFieldAtFault(String what, @Nullable String by, String field) {
		assertThat(faults(Drafts.json().replace(what, (by != null) ? by : ""))).extracting(Violation::field)
			.contains(field);
	}

	@Test
	void namesEveryFaultAtOnce() {
		assertThat(faults("{\"lead\": 7}")).extracting(Violation::field)
			.contains("title", "lead", "kind", "section", "body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "//evil.example/", "data:text/html,x", "vbscript:x", "https:",
			" https://a" })
	void refusesUnsafeLinks(String href) {
		assertThat(BodyRules.safeLink(href)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://vi.wikipedia.org/wiki/S%C3%B4ng", "/thoi-su", "mailto:toasoan@bantin.vn" })
	void allowsLinks(String href) {
		assertThat(BodyRules.safeLink(href)).isTrue();
	}

	@Test
	void refusesNodesNestedTooDeeply() {
		StringBuilder body = new StringBuilder("{\"type\": \"bulletList\", \"content\": [");
		String nest = "{\"type\": \"listItem\", \"content\": [{\"type\": \"bulletList\", \"content\": [";
		body.append(nest.repeat(20)).append("]}]}".repeat(20)).append("]}");
		String draft = Drafts.json()
			.replaceFirst("(?s)\"content\": \\[\\s*\\{\"type\": \"heading\".*", "\"content\": [" + body + "]}}");
		assertThat(faults(draft)).extracting(Violation::allowed).contains("at most 12 levels");
	}

	private static List<Violation> faults(String draft) {
		InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> Drafts.read(draft));
		assertThat(refused).isNotNull();
		return refused.violations();
	}

}
