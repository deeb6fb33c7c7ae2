package vn.bantin.article.publishing;

import java.util.Optional;
import java.util.stream.Stream;

/** What sort of article it is; the page is laid out by it. */
public enum Kind {

	/** Text, with pictures if it has some. */
	ARTICLE("article"),

	/** Pictures in order, each with its caption. */
	PHOTO_STORY("photo-story");

	private final String code;

	Kind(String code) {
		this.code = code;
	}

	/**
	 * Its word in the API and in events.
	 * @return lower case with hyphens
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The kind of that word.
	 * @param code as {@link #code()} gives it
	 * @return empty for any other word
	 */
	public static Optional<Kind> of(String code) {
		return Stream.of(values()).filter((kind) -> kind.code.equals(code)).findFirst();
	}

}
