package vn.bantin.service.openapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says in JSON Schema's way what was said in Java's. */
final class Tidying {

	private Tidying() {
	}

	static void tidy(JsonNode node) {
		if (node instanceof ObjectNode object) {
			// Lines of Javadoc.
			for (String text : new String[] { "description", "summary" }) {
				if (object.path(text).isString()) {
					object.put(text, plain(object.path(text).asString()));
				}
			}
			// Bean Validation matches the whole value, JSON Schema any part of it.
			if (object.path("pattern").isString()) {
				object.put("pattern", "^(?:" + object.path("pattern").asString() + ")$");
			}
		}
		node.forEach(Tidying::tidy);
	}

	private static String plain(String text) {
		return text.replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
	}

}
