package vn.bantin.local.content;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoryReaderTests {

	private static final String FIELDS = """
			title: Chợ: họp sớm
			lead: Tóm tắt
			section: doi-song
			tags: Bài mẫu, Chợ
			authors: An, Bình
			picture: ![Một con sông](river-dawn-1 "Chú thích | Nguồn")
			---
			""";

	@Test
	void writesTheNewsroomsDocument() {
		Story story = new StoryReader().read("cho", FIELDS + """

				Một **đậm** và *nghiêng* với [liên kết](/van-hoa)
				xuống dòng "trích" [2021].

				### Nhỏ

				> Lời nói

				- một

				1. hai

				---

				![A](river-dawn-1 "a | b")
				![B](river-dusk-1 "c | d")
				""");
		assertThat(story.draft().path("body")).isEqualTo(JsonMapper.shared().readTree("""
				{"type":"doc","content":[
				 {"type":"paragraph","content":[{"type":"text","text":"Một "},
				  {"type":"text","text":"đậm","marks":[{"type":"bold"}]},{"type":"text","text":" và "},
				  {"type":"text","text":"nghiêng","marks":[{"type":"italic"}]},{"type":"text","text":" với "},
				  {"type":"text","text":"liên kết","marks":[{"type":"link","attrs":{"href":"/van-hoa"}}]},
				  {"type":"text","text":" xuống dòng \\"trích\\" [2021]."}]},
				 {"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Nhỏ"}]},
				 {"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"Lời nói"}]}]},
				 {"type":"bulletList","content":[{"type":"listItem","content":[
				  {"type":"paragraph","content":[{"type":"text","text":"một"}]}]}]},
				 {"type":"orderedList","content":[{"type":"listItem","content":[
				  {"type":"paragraph","content":[{"type":"text","text":"hai"}]}]}]},
				 {"type":"horizontalRule"},
				 {"type":"gallery","content":[
				  {"type":"image","attrs":{"media":"river-dawn-1","alt":"A","caption":"a","credit":"b"}},
				  {"type":"image","attrs":{"media":"river-dusk-1","alt":"B","caption":"c","credit":"d"}}]}]}"""));
		assertThat(story.draft().path("title").asString()).isEqualTo("Chợ: họp sớm");
		assertThat(story.draft().path("kind").asString()).isEqualTo("article");
		assertThat(story.draft().path("authors").toString()).isEqualTo("[{\"name\":\"An\"},{\"name\":\"Bình\"}]");
		assertThat(story.pictures()).containsExactly("river-dawn-1", "river-dusk-1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '@', textBlock = """
			<b>HTML</b>                              @ HtmlInline
			chữ `mã`                                 @ Code
			chữ ![A](river-dawn-1 "a | b") chữ       @ in the middle of text
			![A](river-dawn-1 "không có nguồn")      @ caption | credit
			""")
	void refusesWhatAnArticleCannotHave(String text, String complaint) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new StoryReader().read("cho", FIELDS + "\n" + text + "\n"))
			.withMessageContaining(complaint)
			.withMessageContaining("cho");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '@', textBlock = """
			section: doi-song                   @ section: doi-song\\nsektion: x  @ sektion
			lead: Tóm tắt\\n                    @ ''                              @ no lead
			---\\n                              @ ''                              @ no line ---
			""")
	void refusesFieldsThatAreWrong(String part, String instead, String complaint) {
		String file = FIELDS.replace(part.replace("\\n", "\n"), instead.replace("\\n", "\n"));
		assertThatIllegalArgumentException().isThrownBy(() -> new StoryReader().read("cho", file + "\nChữ.\n"))
			.withMessageContaining(complaint);
	}

}
