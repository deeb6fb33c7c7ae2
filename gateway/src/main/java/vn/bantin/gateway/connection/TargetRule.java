package vn.bantin.gateway.connection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.connection.Refused.Reason;

/**
 * A path is read by everybody in the same way: no empty or dotted segments, no parameters
 * in it, nothing encoded that would mean something else decoded. What is encoded is
 * UTF-8.
 */
final class TargetRule {

	private static final BitSet PATH = characters("-._~!$&'()*+,=:@/%");

	private static final BitSet QUERY = characters("-._~!$&'()*+,;=:@/?%[]");

	private TargetRule() {
	}

	private static BitSet characters(String others) {
		BitSet allowed = new BitSet(128);
		allowed.set('0', '9' + 1);
		allowed.set('A', 'Z' + 1);
		allowed.set('a', 'z' + 1);
		others.chars().forEach(allowed::set);
		return allowed;
	}

	/**
	 * Looks at a target that is a path and perhaps a query.
	 * @param target as it was sent
	 */
	static void check(String target) {
		int question = target.indexOf('?');
		String path = (question < 0) ? target : target.substring(0, question);
		if (!target.startsWith("/") || !consistsOf(path, PATH) || !isPlain(path)) {
			throw Refused.invalid(Reason.TARGET, "path", path,
					"segments that are not empty, without dots alone, parameters, or encoded separators, in UTF-8");
		}
		String query = (question < 0) ? "" : target.substring(question + 1);
		if (!consistsOf(query, QUERY) || decoded(query) == null) {
			throw Refused.invalid(Reason.TARGET, "query", query, "UTF-8, percent-encoded");
		}
	}

	/** Looks at the body of a form, sent as it is encoded. */
	static void checkForm(String form) {
		if (decoded(form) == null) {
			throw Refused.invalid(Reason.TARGET, "body", form, "UTF-8, percent-encoded");
		}
	}

	private static boolean consistsOf(String text, BitSet allowed) {
		for (int i = 0; i < text.length(); i++) {
			if (!allowed.get(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isPlain(String path) {
		String decoded = decoded(path);
		if (decoded == null || path.contains("//") || decoded.contains("/.") && hasDots(decoded)) {
			return false;
		}
		boolean encoded = path.indexOf('%') >= 0;
		return !encoded || count(decoded, '/') == count(path, '/') && decoded.chars()
			.noneMatch((character) -> Character.isISOControl(character) || character == '\\' || character == ';');
	}

	private static boolean hasDots(String path) {
		for (String segment : path.split("/", -1)) {
			if (segment.equals(".") || segment.equals("..")) {
				return true;
			}
		}
		return false;
	}

	private static long count(String text, char character) {
		return text.chars().filter((other) -> other == character).count();
	}

	/** The text without percent-encoding; null when that or its UTF-8 is malformed. */
	private static @Nullable String decoded(String text) {
		if (text.indexOf('%') < 0) {
			return text;
		}
		ByteBuffer bytes = ByteBuffer.allocate(text.length());
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character != '%') {
				bytes.put((byte) character);
			}
			else if (i + 2 < text.length() && HexFormat.isHexDigit(text.charAt(i + 1))
					&& HexFormat.isHexDigit(text.charAt(i + 2))) {
				bytes.put((byte) HexFormat.fromHexDigits(text, i + 1, i + 3));
				i += 2;
			}
			else {
				return null;
			}
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
