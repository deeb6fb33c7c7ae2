package vn.bantin.gateway.site.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;
import vn.bantin.gateway.site.answer.Name;

/**
 * An article or photo story as its readers get it. In lists the body is empty.
 *
 * @param id its id, which never changes
 * @param revision which version of it this is
 * @param url the address of its page, relative to the site
 * @param title the headline
 * @param lead the summary above the text
 * @param sourceMark the paper's mark in front of the lead
 * @param photoStory whether it is a photo story
 * @param section where in the paper it stands
 * @param tags what it is about
 * @param authors its authors
 * @param leadPicture the picture above the text
 * @param body the text
 * @param published when it appeared
 * @param modified when it was last changed
 * @param corrections what was corrected since it appeared
 * @param related what to read next
 * @param openForRating whether readers may give it stars
 */
public record Story(String id, long revision, String url, String title, @Nullable String lead,
		@Nullable String sourceMark, boolean photoStory, @Nullable Name section, List<Name> tags, List<Name> authors,
		@Nullable Picture leadPicture, Body body, @Nullable Instant published, @Nullable Instant modified,
		List<Correction> corrections, List<Story> related, boolean openForRating) {

	private static final Pattern ID = Pattern.compile("[a-z0-9]{10}");

	private static final Pattern URL = Pattern.compile("/[a-z0-9-]+/[a-z0-9-]+");

	/**
	 * Reads an article.
	 * @param fields the article as article-service answers it
	 * @return the article, absent when it lacks what every article has
	 */
	public static Optional<Story> read(Fields fields) {
		Optional<String> id = fields.text("id").filter((text) -> ID.matcher(text).matches());
		Optional<String> url = fields.text("url").filter((text) -> URL.matcher(text).matches());
		Optional<String> title = fields.text("title");
		if (id.isEmpty() || url.isEmpty() || title.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new Story(id.get(), fields.count("revision"), url.get(), title.get(),
				fields.text("lead").orElse(null), fields.text("sourceMark").orElse(null),
				fields.text("kind").filter("photo-story"::equals).isPresent(),
				Name.read(fields.object("section")).orElse(null), Name.readAll(fields.list("tags")),
				Name.readAll(fields.list("authors")), Picture.read(fields.object("leadPicture")).orElse(null),
				Body.read(fields.object("body")), fields.instant("published").orElse(null),
				fields.instant("modified").orElse(null), Correction.readAll(fields.list("corrections")),
				readAll(fields.list("related")), fields.flag("openForRating", true)));
	}

	/**
	 * Reads a list of articles.
	 * @param fields the articles
	 * @return those that can be shown, in order
	 */
	public static List<Story> readAll(List<Fields> fields) {
		return fields.stream().map(Story::read).flatMap(Optional::stream).toList();
	}

	/**
	 * Whether it was changed noticeably after it appeared.
	 * @return whether to say so
	 */
	public boolean changed() {
		return this.published != null && this.modified != null && this.modified.isAfter(this.published.plusSeconds(60));
	}

	/**
	 * The picture that stands for the story in lists and when it is shared.
	 * @return its lead picture or else the first of its body
	 */
	public @Nullable Picture face() {
		if (this.leadPicture != null) {
			return this.leadPicture;
		}
		return this.body.pictures().isEmpty() ? null : this.body.pictures().getFirst().picture();
	}

	/**
	 * The address of that picture.
	 * @param width one of the fixed widths
	 * @return the address, relative to the site
	 */
	public @Nullable String faceSource(int width) {
		Picture face = face();
		return (face != null) ? face.source(width) : null;
	}

	/**
	 * A public note about what was wrong before.
	 *
	 * @param text the note
	 * @param at when it was corrected
	 */
	public record Correction(String text, @Nullable Instant at) {

		private static List<Correction> readAll(List<Fields> fields) {
			return fields.stream()
				.flatMap((each) -> each.text("text")
					.map((text) -> new Correction(text, each.instant("at").orElse(null)))
					.stream())
				.toList();
		}

	}

}
