package vn.bantin.article.publishing;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.publishing.Sections.Section;

/** Drafts for the tests of this service. */
public final class Drafts {

	/** The sections that tests know. */
	public static final Sections SECTIONS = new Sections(
			List.of(new Section("thoi-su", "Thời sự"), new Section("van-hoa", "Văn hóa")));

	/** The pictures that tests know: all whose id begins with m. */
	public static final Pictures PICTURES = (media) -> media.startsWith("m")
			? Optional.of(new Pictures.Size(1600, 1067)) : Optional.empty();

	private static final String FULL = """
			{"title": "Một ngày ở bến sông", "lead": "Mở đầu.", "sourceMark": "QPTĐ", "kind": "article",
			 "section": "thoi-su", "tags": ["Hà Nội"], "authors": [{"name": "Phương Linh"}],
			 "leadPicture": {"media": "m0a1b2c3d4e", "alt": "Bến sông", "caption": "Sáng sớm"},
			 "body": {"type": "doc", "content": [
			  {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Nhiều cách làm mới"}]},
			  {"type": "paragraph", "content": [{"type": "text", "text": "Nội dung", "marks": [{"type": "bold"}]}]}]}}""";

	private Drafts() {
	}

	/**
	 * A draft with everything a draft usually has.
	 * @return JSON as the newsroom sends it
	 */
	public static String json() {
		return FULL;
	}

	/**
	 * The content of that draft.
	 * @return as {@link DraftReader} reads it
	 */
	public static Content content() {
		return read(FULL);
	}

	static Content read(String json) {
		return reader().read(tree(json));
	}

	static DraftReader reader() {
		return new DraftReader(SECTIONS, PICTURES);
	}

	static JsonNode tree(String json) {
		return JsonMapper.shared().readTree(json);
	}

}
