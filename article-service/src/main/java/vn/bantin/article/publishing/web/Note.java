package vn.bantin.article.publishing.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.bantin.service.problem.InvalidRequest;

/** A body whose only field is a text for readers. */
final class Note {

	private Note() {
	}

	/** The text, null when there is none. */
	static @Nullable String optional(@Nullable JsonNode body, String field) {
		if (body == null || body.isNull()) {
			return null;
		}
		if (!body.isObject()) {
			throw refused("", body, "a JSON object");
		}
		for (String name : body.propertyNames()) {
			if (!name.equals(field)) {
				throw refused(name, body.get(name), "no such field; known is " + field);
			}
		}
		JsonNode text = body.get(field);
		if (text != null && !text.isString()) {
			throw refused(field, text, "text");
		}
		return (text != null) ? text.asString() : null;
	}

	static String required(@Nullable JsonNode body, String field) {
		String text = optional(body, field);
		if (text == null) {
			throw refused(field, null, "text that readers are told");
		}
		return text;
	}

	private static InvalidRequest refused(String field, @Nullable JsonNode value, String allowed) {
		return new InvalidRequest(field, value, allowed);
	}

}
