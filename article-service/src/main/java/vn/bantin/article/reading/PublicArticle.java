package vn.bantin.article.reading;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;

/** An article as readers see it. */
public sealed interface PublicArticle {

	/**
	 * The article's id.
	 * @return 10 lower-case letters and digits
	 */
	String id();

	/**
	 * An article that readers can read. Fields have the order of the answer; times are
	 * those of the event as text, since nobody here counts with them.
	 *
	 * @param id the article's id
	 * @param revision from 1
	 * @param url the address of its page
	 * @param addresses every address it ever had, the oldest first
	 * @param title its title
	 * @param lead the summary above the text
	 * @param sourceMark the paper's mark before the lead
	 * @param kind code of the sort of article
	 * @param section its section
	 * @param tags its tags
	 * @param authors its authors
	 * @param leadPicture the picture above the text
	 * @param body a ProseMirror document as JSON; null in lists
	 * @param published when it was first published, RFC 3339 in UTC
	 * @param modified when it was last published, RFC 3339 in UTC
	 * @param corrections public notes, the oldest first
	 * @param openForRating whether readers may rate it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Live(String id, long revision, String url, List<String> addresses, String title, String lead,
			@Nullable String sourceMark, String kind, Section section, List<Name> tags, List<Name> authors,
			@Nullable Picture leadPicture, @JsonRawValue @Nullable String body, String published, String modified,
			List<Correction> corrections, boolean openForRating) implements PublicArticle {

		public Live {
			Objects.requireNonNull(section);
			addresses = List.copyOf(addresses);
			tags = List.copyOf(tags);
			authors = List.copyOf(authors);
			corrections = List.copyOf(corrections);
		}

		Live withBody(String json) {
			return new Live(this.id, this.revision, this.url, this.addresses, this.title, this.lead, this.sourceMark,
					this.kind, this.section, this.tags, this.authors, this.leadPicture, json, this.published,
					this.modified, this.corrections, this.openForRating);
		}

	}

	/**
	 * An article that was retracted.
	 *
	 * @param id the article's id
	 * @param retracted when, RFC 3339 in UTC
	 * @param retractionReason what readers are told
	 */
	record Retracted(String id, String retracted, String retractionReason) implements PublicArticle {
	}

	/**
	 * A part of the newspaper.
	 *
	 * @param slug its part of an address
	 * @param name its name
	 */
	record Section(String slug, String name) {
	}

	/**
	 * A tag or an author.
	 *
	 * @param name its name
	 * @param slug its part of an address
	 */
	record Name(String name, String slug) {
	}

	/**
	 * The picture above the text.
	 *
	 * @param media id of the stored picture
	 * @param alt what it shows
	 * @param caption the words below it
	 * @param credit who made it
	 * @param width of the original in pixels
	 * @param height of the original in pixels
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Picture(String media, String alt, @Nullable String caption, @Nullable String credit, int width, int height) {
	}

	/**
	 * A public note that something was corrected.
	 *
	 * @param text the note
	 * @param at when, RFC 3339 in UTC
	 */
	record Correction(String text, String at) {
	}

}
