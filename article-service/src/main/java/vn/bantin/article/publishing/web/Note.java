package vn.bantin.article.publishing.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.bantin.article.publishing.Fault;
import vn.bantin.article.publishing.Text;

/**
 * A body that holds one text for readers.
 *
 * @param text the text, null when there is none
 * @param fault what is wrong with the body, null when nothing is
 */
record Note(@Nullable String text, @Nullable Fault fault) {

	private static final int LONGEST = 1000;

	private static final String ALLOWED = "text of 1 to " + LONGEST + " characters, no control characters";

	static Note read(@Nullable JsonNode body, String field, boolean required) {
		if (body == null || body.isNull()) {
			return required ? new Note(null, missing(field)) : new Note(null, null);
		}
		if (!body.isObject()) {
			return new Note(null, new Fault("", body, "a JSON object"));
		}
		for (String name : body.propertyNames()) {
			if (!name.equals(field)) {
				return new Note(null, new Fault(name, body.get(name), "no such field; known is " + field));
			}
		}
		JsonNode value = body.get(field);
		if (value == null) {
			return required ? new Note(null, missing(field)) : new Note(null, null);
		}
		String text = value.isString() ? Text.composed(value.asString()) : "";
		if (text.isEmpty() || text.length() > LONGEST || !Text.isReadable(text)) {
			return new Note(null, new Fault(field, value, ALLOWED));
		}
		return new Note(text, null);
	}

	static Fault missing(String field) {
		return new Fault(field, null, ALLOWED);
	}

}
