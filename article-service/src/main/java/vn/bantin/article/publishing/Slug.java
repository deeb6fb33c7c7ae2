package vn.bantin.article.publishing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The readable part of an address: lower-case letters a–z, digits and hyphens.
 *
 * @param value at most 80 characters, never empty
 */
record Slug(String value) {

	private static final int LONGEST = 80;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

	/**
	 * Writes words in Latin script without their diacritics: {@code "Đẩy mạnh cải cách"}
	 * becomes {@code day-manh-cai-cach}. Anything but letters and digits separates words.
	 * @return the slug; {@code "bai"} when nothing is left
	 */
	static Slug of(String words) {
		// đ is a letter of its own, which decomposition leaves as it is.
		String plain = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
			.replaceAll("")
			.toLowerCase(Locale.ROOT)
			.replace('đ', 'd');
		String slug = OTHERS.matcher(plain).replaceAll("-");
		slug = trim(slug);
		if (slug.length() > LONGEST) {
			int word = slug.lastIndexOf('-', LONGEST);
			slug = trim(slug.substring(0, (word > 0) ? word : LONGEST));
		}
		return new Slug(slug.isEmpty() ? "bai" : slug);
	}

	private static String trim(String slug) {
		int start = slug.startsWith("-") ? 1 : 0;
		int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
		return (start < end) ? slug.substring(start, end) : "";
	}

	@Override
	public String toString() {
		return this.value;
	}

}
