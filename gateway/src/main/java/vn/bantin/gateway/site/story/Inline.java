package vn.bantin.gateway.site.story;

import org.jspecify.annotations.Nullable;

/** What a line of text is made of. */
sealed interface Inline {

	/**
	 * A stretch of text that looks the same from end to end.
	 *
	 * @param text the words
	 * @param bold whether they are bold
	 * @param italic whether they are italic
	 * @param link where they lead, checked by {@link SafeLink}
	 */
	record Run(String text, boolean bold, boolean italic, @Nullable String link) implements Inline {
	}

	/** The end of a line inside a paragraph. */
	record Break() implements Inline {
	}

}
