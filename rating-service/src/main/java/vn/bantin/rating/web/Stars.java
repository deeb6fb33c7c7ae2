package vn.bantin.rating.web;

import tools.jackson.databind.JsonNode;

/**
 * The body of a vote.
 *
 * @param value 1 to 5
 */
record Stars(int value) {

	static Stars read(JsonNode body) {
		if (!body.isObject()) {
			throw new InvalidRequest("", body, "an object such as {\"stars\": 4}");
		}
		for (String name : body.propertyNames()) {
			if (!"stars".equals(name)) {
				throw new InvalidRequest(name, body.get(name), "no such field; known is stars");
			}
		}
		JsonNode stars = body.get("stars");
		if (stars == null || !stars.isInt() || stars.asInt() < 1 || stars.asInt() > 5) {
			throw new InvalidRequest("stars", stars, "a whole number from 1 to 5");
		}
		return new Stars(stars.asInt());
	}

}
