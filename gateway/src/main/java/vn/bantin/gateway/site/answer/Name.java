package vn.bantin.gateway.site.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a section, tag, author or place, for people and for addresses.
 *
 * @param slug the name in addresses, made of lower-case letters, digits and hyphens
 * @param name the name as people write it
 */
public record Name(String slug, String name) {

	private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	/**
	 * Reads a name.
	 * @param fields the object with {@code slug} and {@code name}
	 * @return the name, absent when it has none or could not be part of an address
	 */
	public static Optional<Name> read(Fields fields) {
		return fields.text("slug")
			.filter(Name::isSlug)
			.flatMap((slug) -> fields.text("name").map((name) -> new Name(slug, name)));
	}

	/**
	 * Reads a list of names.
	 * @param fields the objects
	 * @return those that can be used, in order
	 */
	public static List<Name> readAll(List<Fields> fields) {
		return fields.stream().map(Name::read).flatMap(Optional::stream).toList();
	}

	/**
	 * Whether a text can be part of an address as it is.
	 * @param text any text
	 * @return whether it is made of lower-case letters, digits and single hyphens
	 */
	public static boolean isSlug(String text) {
		return SLUG.matcher(text).matches();
	}

}
