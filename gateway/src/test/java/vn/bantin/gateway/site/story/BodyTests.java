package vn.bantin.gateway.site.story;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class BodyTests {

	@Test
	void readsEveryAllowedNode() {
		Body body = read(
				"""
						{"type":"paragraph","content":[{"type":"text","text":"Một "},{"type":"text","text":"hai","marks":[{"type":"bold"},{"type":"italic"}]},
						  {"type":"hardBreak"},{"type":"text","text":"ba","marks":[{"type":"link","attrs":{"href":"https://bantin.vn/"}}]}]},
						{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Đầu đề"}]},
						{"type":"heading","attrs":{"level":3},"content":[{"type":"text","text":"Nhỏ hơn"}]},
						{"type":"image","attrs":{"media":"m1","alt":"a","width":800,"height":600}},
						{"type":"gallery","content":[{"type":"image","attrs":{"media":"m2","alt":"b"}}]},
						{"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"Lời"}]}]},
						{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]}]},
						{"type":"orderedList","attrs":{"start":3},"content":[{"type":"listItem","content":[]}]},
						{"type":"horizontalRule"},
						{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","attrs":{"colspan":2},"content":[]},{"type":"tableCell","content":[]}]}]}""");
		assertThat(body.blocks()).containsExactly(
				new Block.Paragraph(
						List.of(new Inline.Run("Một ", false, false, null), new Inline.Run("hai", true, true, null),
								new Inline.Break(), new Inline.Run("ba", false, false, "https://bantin.vn/"))),
				new Block.Heading(2, "muc-1", List.of(new Inline.Run("Đầu đề", false, false, null))),
				new Block.Heading(3, "muc-2", List.of(new Inline.Run("Nhỏ hơn", false, false, null))),
				new Block.Image(1, new Picture("m1", "a", null, null, 800, 600)),
				new Block.Gallery(List.of(new Block.Image(2, new Picture("m2", "b", null, null, 0, 0)))),
				new Block.Quote(List.of(new Block.Paragraph(List.of(new Inline.Run("Lời", false, false, null))))),
				new Block.Items(false, 1,
						List.of(List.of(new Block.Paragraph(List.of(new Inline.Run("x", false, false, null)))))),
				new Block.Items(true, 3, List.of(List.of())), new Block.Rule(), new Block.Table(List
					.of(List.of(new Block.Cell(true, 2, 1, List.of()), new Block.Cell(false, 1, 1, List.of())))));
	}

	@Test
	void leavesOutWhatIsNotOnTheList() {
		Body body = read(
				"""
						{"type":"html","content":"<script>alert(1)</script>"},
						{"type":"script","content":[{"type":"text","text":"alert(1)"}]},
						{"type":"image","attrs":{"media":"../../etc","alt":"x"}},
						{"type":"gallery","content":[{"type":"iframe"}]},
						{"type":7}, "text", null, [],
						{"type":"paragraph","content":[{"type":"mention","text":"@x"},{"type":"text","text":"còn lại","marks":[{"type":"onclick"},{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}]}""");
		assertThat(body.blocks())
			.containsExactly(new Block.Paragraph(List.of(new Inline.Run("còn lại", false, false, null))));
	}

	@Test
	void survivesADocumentThatIsNestedToExhaustTheStack() {
		String deep = "{\"type\":\"blockquote\",\"content\":[".repeat(200) + "]}".repeat(200);
		assertThat(read(deep).blocks()).hasSize(1);
	}

	@Test
	void isEmptyWithoutADocument() {
		assertThat(Body.read(new Fields(JsonMapper.shared().readTree("null"))).blocks()).isEmpty();
	}

	@Test
	void composesLettersThatCameInPieces() {
		Body body = read("""
				{"type":"paragraph","content":[{"type":"text","text":"Tie\\u0302\\u0301ng Vie\\u0323\\u0302t"}]}""");
		assertThat(body.blocks())
			.containsExactly(new Block.Paragraph(List.of(new Inline.Run("Tiếng Việt", false, false, null))));
	}

	@Test
	void offersContentsOnLongTextsOnly() {
		String headings = """
				{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Một"}]},
				{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Hai"}]}""";
		String longText = ",{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"" + "chữ ".repeat(400)
				+ "\"}]}";
		assertThat(read(headings).contents()).isEmpty();
		assertThat(read(headings + longText).contents()).extracting(Block.Heading::words).containsExactly("Một", "Hai");
		assertThat(read(longText.substring(1)).contents()).isEmpty();
	}

	private static Body read(String nodes) {
		return Body.read(new Fields(JsonMapper.shared().readTree("{\"type\":\"doc\",\"content\":[" + nodes + "]}")));
	}

}
