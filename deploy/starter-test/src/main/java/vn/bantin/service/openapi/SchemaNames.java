package vn.bantin.service.openapi;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Short names for the schemas of Java classes, which springdoc calls by their full ones:
 * two classes of one simple name would be one schema.
 */
final class SchemaNames {

	private static final String PREFIX = "#/components/schemas/";

	/** Of a class, and of the arguments of its type. */
	private static final Pattern PACKAGES = Pattern.compile("[vV]n\\.bantin\\.(?:[a-z]+\\.)*");

	private final Map<String, String> names = new TreeMap<>();

	private SchemaNames() {
	}

	static void shorten(ApiDocument document, JsonNode chosen) {
		SchemaNames names = new SchemaNames();
		ObjectNode old = document.components("schemas");
		ObjectNode renamed = old.objectNode();
		old.propertyNames().forEach((name) -> names.choose(name, chosen));
		names.names.forEach((name, shorter) -> renamed.set(shorter, old.get(name)));
		document.json().withObject("/components").set("schemas", renamed);
		names.follow(document.json());
	}

	private void choose(String name, JsonNode chosen) {
		String type = PACKAGES.matcher(name).replaceAll("");
		String shorter = chosen.path(type).asString(type.substring(type.lastIndexOf('.') + 1));
		if (this.names.containsValue(shorter)) {
			throw new IllegalStateException(
					"Two schemas are called %s; give %s another name in x-names".formatted(shorter, type));
		}
		this.names.put(name, shorter);
	}

	private void follow(JsonNode node) {
		if (node instanceof ObjectNode object && object.path("$ref").asString("").startsWith(PREFIX)) {
			String name = object.path("$ref").asString().substring(PREFIX.length());
			object.put("$ref", PREFIX + this.names.getOrDefault(name, name));
		}
		node.forEach(this::follow);
	}

}
