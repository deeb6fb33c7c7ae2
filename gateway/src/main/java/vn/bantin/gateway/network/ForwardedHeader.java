package vn.bantin.gateway.network;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The header to which our proxies append their peer's address. Only one is read: the
 * other one goes through proxies untouched, so a client could write it.
 */
enum ForwardedHeader {

	/** The customary header: addresses, separated by commas. */
	X_FORWARDED_FOR("X-Forwarded-For") {

		@Override
		List<String> hops(String value) {
			return elements(value, ',');
		}

	},

	/** The header of RFC 7239: elements with parameters, of which {@code for} counts. */
	FORWARDED("Forwarded") {

		@Override
		List<String> hops(String value) {
			return elements(value, ',').stream().map(ForwardedHeader::forParameter).toList();
		}

	};

	private final String fieldName;

	ForwardedHeader(String fieldName) {
		this.fieldName = fieldName;
	}

	String fieldName() {
		return this.fieldName;
	}

	/**
	 * The addresses in one line of the header.
	 * @param value the line
	 * @return as they were written, in their order; what is no address is among them
	 */
	abstract List<String> hops(String value);

	private static String forParameter(String element) {
		List<String> found = elements(element, ';').stream()
			.filter((pair) -> pair.toLowerCase(Locale.ROOT).startsWith("for="))
			.map((pair) -> pair.substring("for=".length()))
			.toList();
		if (found.size() != 1) {
			return "";
		}
		String node = found.getFirst();
		boolean quoted = node.length() > 1 && node.startsWith("\"") && node.endsWith("\"");
		return quoted ? node.substring(1, node.length() - 1) : node;
	}

	/**
	 * What stands between separators. A quoted string that contains one falls into pieces
	 * that are no addresses; proxies quote addresses and ports only.
	 */
	private static List<String> elements(String value, char separator) {
		return Arrays.stream(value.split(String.valueOf(separator), -1)).map(String::strip).toList();
	}

}
