package vn.bantin.article.publishing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a writer writes. It was checked when it was made, so what exists is
 * right; all text is in Unicode's composed form (NFC).
 *
 * @param title 1 to 300 characters
 * @param lead the summary above the text, at most 2,000 characters
 * @param sourceMark the paper's mark before the lead, such as {@code QPTĐ}
 * @param kind what sort of article
 * @param section slug of the section
 * @param tags names, at most 20
 * @param authors names, at most 10
 * @param leadPicture the picture above the text
 * @param body a ProseMirror document of the closed set that {@link BodyRules} allows
 * @param openForRating whether readers may rate it once it is published
 */
public record Content(String title, String lead, @Nullable String sourceMark, Kind kind, String section,
		List<String> tags, List<String> authors, @Nullable Picture leadPicture, JsonNode body, boolean openForRating) {

	public Content {
		tags = List.copyOf(tags);
		authors = List.copyOf(authors);
	}

}
