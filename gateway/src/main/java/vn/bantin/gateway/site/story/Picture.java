package vn.bantin.gateway.site.story;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * A picture with its texts.
 *
 * @param media the id under which its renditions are found
 * @param alt what it shows, for readers who cannot see it
 * @param caption the words below it
 * @param credit the photographer, without a label
 * @param width its original width in pixels, 0 when not known
 * @param height its original height in pixels, 0 when not known
 */
record Picture(String media, String alt, @Nullable String caption, @Nullable String credit, int width, int height) {

	private static final Pattern MEDIA = Pattern.compile("[a-z0-9]{1,40}");

	private static final Pattern LABEL = Pattern.compile("^ảnh\\s*:\\s*",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private static final int[] WIDTHS = { 320, 640, 960, 1280 };

	/**
	 * Reads a picture.
	 * @param fields the object that describes it
	 * @return the picture, absent without a usable media id
	 */
	static Optional<Picture> read(Fields fields) {
		return fields.text("media").filter((media) -> MEDIA.matcher(media).matches()).map((media) -> {
			int width = Math.max(0, fields.whole("width", 0));
			int height = Math.max(0, fields.whole("height", 0));
			boolean known = width > 0 && height > 0;
			return new Picture(media, fields.text("alt").orElse(""), fields.text("caption").orElse(null),
					fields.text("credit").map(Picture::unlabelled).orElse(null), known ? width : 0, known ? height : 0);
		});
	}

	/**
	 * The page writes the label itself, in the reader's language; some write it into the
	 * credit too.
	 */
	private static String unlabelled(String credit) {
		return LABEL.matcher(credit).replaceFirst("");
	}

	/**
	 * The address of one rendition.
	 * @param rendition one of the fixed widths
	 * @return the address
	 */
	String source(int rendition) {
		return "/api/media/" + this.media + "/" + rendition;
	}

	/**
	 * The renditions to choose from. Nothing is ever scaled up: a width beyond the
	 * original's stands for the original.
	 * @return the value of a {@code srcset} attribute
	 */
	String sources() {
		StringJoiner sources = new StringJoiner(", ");
		for (int rendition : WIDTHS) {
			boolean largest = this.width > 0 && rendition >= this.width;
			sources.add(source(rendition) + " " + (largest ? this.width : rendition) + "w");
			if (largest) {
				break;
			}
		}
		return sources.toString();
	}

	/** Whether the picture is taller than wide. */
	boolean upright() {
		return this.height > this.width;
	}

	/** Whether its size is known, so that the page can keep its place free. */
	boolean measured() {
		return this.width > 0;
	}

}
