package vn.bantin.article.publishing;

import java.text.Normalizer;

/** One spelling of every letter. */
final class Text {

	private Text() {
	}

	/**
	 * Vietnamese can be typed composed or decomposed; stored and compared is NFC only.
	 */
	static String composed(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
	}

}
