package vn.bantin.article.publishing;

import java.text.Normalizer;

/** One spelling of every letter, and nothing that is no letter at all. */
public final class Text {

	private Text() {
	}

	/**
	 * Vietnamese can be typed composed or decomposed; stored and compared is NFC only.
	 * @param text as it was typed
	 * @return composed, without blanks around it
	 */
	public static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
	}

	/**
	 * Whether text can be stored and shown everywhere. Half of a surrogate pair cannot be
	 * written in UTF-8, and XML, which feeds are made of, knows no control characters.
	 * @param text any text
	 * @return false when a character of it is none
	 */
	public static boolean isReadable(String text) {
		return text.codePoints().allMatch(Text::isReadable);
	}

	private static boolean isReadable(int character) {
		boolean noncharacter = (character & 0xFFFE) == 0xFFFE;
		boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
		return !noncharacter && !control && Character.getType(character) != Character.SURROGATE;
	}

}
