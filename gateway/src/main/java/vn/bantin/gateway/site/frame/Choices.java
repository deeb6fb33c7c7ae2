package vn.bantin.gateway.site.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Name;

/**
 * What a reader chose for all pages. It travels in one cookie for each choice, which
 * scripts read too; what was not chosen follows the reader's system.
 *
 * @param textSize in percent of the size the browser is set to, absent when not chosen
 * @param contrast the contrast, absent when not chosen
 * @param place the province whose weather is shown
 * @param language the language of the interface
 */
record Choices(@Nullable Integer textSize, @Nullable Contrast contrast, String place, String language) {

	/** The steps of the text size in percent. */
	static final List<Integer> TEXT_SIZES = List.of(80, 90, 100, 110, 125, 150, 175, 200);

	/** The name of the cookie that keeps the text size. */
	static final String TEXT_SIZE = "text-size";

	/** The name of the cookie that keeps the contrast. */
	static final String CONTRAST = "contrast";

	/** The name of the cookie that keeps the place. */
	static final String PLACE = "place";

	/** The name of the cookie that keeps the language. */
	static final String LANGUAGE = "language";

	/** The text size when none was chosen. */
	static final int USUAL_SIZE = 100;

	private static final String HANOI = "ha-noi";

	private static final int LONGEST_PLACE = 60;

	/**
	 * Reads the choices; an invalid one counts as none.
	 * @param values the values by name
	 * @return the choices
	 */
	static Choices read(Map<String, String> values) {
		return new Choices(value(values, TEXT_SIZE).flatMap(Choices::size).orElse(null),
				value(values, CONTRAST).flatMap(Contrast::parse).orElse(null),
				value(values, PLACE).filter(Choices::isPlace).orElse(HANOI),
				value(values, LANGUAGE).filter("en"::equals).orElse("vi"));
	}

	/** The next larger text size in percent. */
	int larger() {
		int size = size();
		return TEXT_SIZES.stream().filter((step) -> step > size).findFirst().orElse(TEXT_SIZES.getLast());
	}

	/** The next smaller text size in percent. */
	int smaller() {
		int size = size();
		return TEXT_SIZES.reversed().stream().filter((step) -> step < size).findFirst().orElse(TEXT_SIZES.getFirst());
	}

	/** The text size in percent, chosen or usual. */
	int size() {
		return (this.textSize != null) ? this.textSize : USUAL_SIZE;
	}

	/** The next stronger contrast. */
	String stronger() {
		return ((this.contrast != null) ? this.contrast : Contrast.NORMAL).stronger().word();
	}

	/** The next weaker contrast. */
	String weaker() {
		return ((this.contrast != null) ? this.contrast : Contrast.NORMAL).weaker().word();
	}

	/**
	 * One choice as it travels in its cookie.
	 * @param name the cookie's name
	 * @return its value, absent when not chosen
	 */
	@Nullable String value(String name) {
		return switch (name) {
			case TEXT_SIZE -> (this.textSize != null) ? this.textSize.toString() : null;
			case CONTRAST -> (this.contrast != null) ? this.contrast.word() : null;
			case PLACE -> this.place;
			case LANGUAGE -> this.language;
			default -> null;
		};
	}

	private static Optional<Integer> size(String text) {
		return TEXT_SIZES.stream().filter((step) -> step.toString().equals(text)).findFirst();
	}

	private static boolean isPlace(String text) {
		return text.length() <= LONGEST_PLACE && Name.isSlug(text);
	}

	private static Optional<String> value(Map<String, String> values, String name) {
		return Optional.ofNullable(values.get(name));
	}

}
