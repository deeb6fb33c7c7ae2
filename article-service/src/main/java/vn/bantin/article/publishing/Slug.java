package vn.bantin.article.publishing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The readable part of an address: lower-case letters a–z, digits and hyphens.
 *
 * @param value at most 80 characters, never empty
 */
public record Slug(String value) {

	private static final int LONGEST = 80;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

	/**
	 * Writes words of any language that Latin letters can hold, Vietnamese first of all,
	 * without their diacritics: {@code "Đẩy mạnh cải cách"} becomes
	 * {@code day-manh-cai-cach}.
	 * @param words the words; what is not a Latin letter or a digit divides
	 * @return the slug; {@code "bai"} when nothing is left
	 */
	public static Slug of(String words) {
		// đ is a letter of its own: no decomposition takes its stroke off.
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
