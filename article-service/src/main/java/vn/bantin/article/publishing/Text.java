package vn.bantin.article.publishing;

import vn.bantin.service.problem.Violation;
import java.text.Normalizer;
import java.util.List;

import vn.bantin.article.publishing.Refusal.InvalidInput;

/** Rules that all text obeys: one spelling of every letter, nothing unreadable. */
final class Text {

	private static final int LONGEST_NOTE = 1000;

	private Text() {
	}

	/**
	 * Vietnamese can be typed composed or decomposed; only NFC is stored and compared.
	 * @return composed, without surrounding whitespace
	 */
	static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
	}

	/**
	 * A note for readers, composed.
	 * @throws InvalidInput if it is empty, too long or unreadable
	 */
	static String note(String field, String note) {
		String text = composed(note);
		if (text.isEmpty() || text.length() > LONGEST_NOTE || !isReadable(text)) {
			throw new InvalidInput(field, List.of(new Violation(field, note,
					"text of 1 to %d characters, no control characters".formatted(LONGEST_NOTE))));
		}
		return text;
	}

	/**
	 * Whether text can be stored and shown everywhere. An unpaired surrogate cannot be
	 * written in UTF-8, and XML, which feeds use, allows no control characters.
	 */
	static boolean isReadable(String text) {
		return text.codePoints().allMatch(Text::isReadable);
	}

	private static boolean isReadable(int character) {
		boolean noncharacter = (character & 0xFFFE) == 0xFFFE;
		boolean control = Character.isISOControl(character) && character != '\n' && character != '\t';
		return !noncharacter && !control && Character.getType(character) != Character.SURROGATE;
	}

}
