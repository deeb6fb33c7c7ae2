package vn.bantin.drills.newspaper;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An HTTP answer.
 *
 * @param status the status, 0 when there was no answer at all
 * @param body the body, empty when there was none
 * @param headers the headers
 */
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, byte[] body, HttpHeaders headers) {

	static final Answer NONE = new Answer(0);

	private static final Pattern HIT = Pattern.compile("(?s).*;\\s*hit\\s*(?:[;,].*)?");

	private static final int LONGEST_EXCERPT = 300;

	/**
	 * An answer without headers and body.
	 * @param status the status
	 */
	public Answer(int status) {
		this(status, new byte[0], HttpHeaders.of(Map.of(), (name, value) -> true));
	}

	/**
	 * The body as text.
	 * @return the body, decoded as UTF-8
	 */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * The body as JSON.
	 * @return a missing node when it is not JSON
	 */
	public JsonNode json() {
		try {
			return JsonMapper.shared().readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * Whether the request may or may not have taken effect.
	 * @return true for no answer and for 5xx
	 */
	public boolean isUnclear() {
		return this.status == 0 || this.status >= 500;
	}

	/**
	 * Whether it came from a gateway's memory, by {@code Cache-Status} (RFC 9211).
	 * @return false also without the header
	 */
	public boolean isFromMemory() {
		return this.headers.allValues("Cache-Status").stream().anyMatch((it) -> HIT.matcher(it).matches());
	}

	/**
	 * Checks the status.
	 * @param expected the status it should have
	 * @param what what was requested, for the message
	 * @return this
	 * @throws IllegalStateException if the status is another
	 */
	public Answer expect(int expected, String what) {
		if (this.status != expected) {
			String text = text();
			throw new IllegalStateException("%s answered %d instead of %d: %s".formatted(what, this.status, expected,
					text.substring(0, Math.min(text.length(), LONGEST_EXCERPT))));
		}
		return this;
	}

}
