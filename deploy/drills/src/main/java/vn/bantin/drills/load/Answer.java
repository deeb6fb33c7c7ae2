package vn.bantin.drills.load;

import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param status the HTTP status, 0 for no answer at all
 * @param body the body as text
 * @param headers the headers, by lower-case name
 */
public record Answer(int status, String body, Map<String, List<String>> headers) {

	static final Answer NONE = new Answer(0, "", Map.of());

	private static final JsonMapper json = JsonMapper.builder().build();

	/**
	 * The body read as JSON.
	 * @return a missing node when it is none
	 */
	public JsonNode json() {
		try {
			return json.readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * Whether the one who asked cannot know what happened.
	 * @return true for no answer and for 5xx
	 */
	public boolean isUnclear() {
		return this.status == 0 || this.status >= 500;
	}

}
