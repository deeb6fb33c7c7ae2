package vn.bantin.service.openapi;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI 3.1 document.
 *
 * @param json the whole document; its parts may be changed
 */
public record ApiDocument(ObjectNode json) {

	private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");

	/**
	 * Reads a document.
	 * @param file a JSON file
	 * @return the document
	 */
	public static ApiDocument read(Path file) {
		return new ApiDocument((ObjectNode) JsonMapper.shared().readTree(file.toFile()));
	}

	/**
	 * All operations in the document's order.
	 * @return may be empty
	 */
	public Stream<Operation> operations() {
		return this.json.path("paths")
			.propertyStream()
			.flatMap((path) -> METHODS.stream()
				.filter(path.getValue()::has)
				.map((method) -> new Operation(method.toUpperCase(Locale.ROOT), path.getKey(),
						(ObjectNode) path.getValue().get(method))));
	}

	/**
	 * The shared parts of a kind.
	 * @param kind {@code schemas}, {@code examples} …
	 * @return may be empty; changes are the document's
	 */
	public ObjectNode components(String kind) {
		return this.json.withObject("/components/" + kind);
	}

	/**
	 * What a reference within the document points at.
	 * @param node any node
	 * @return the node itself when it is no reference
	 */
	public JsonNode resolve(JsonNode node) {
		String reference = node.path("$ref").asString("");
		return reference.isEmpty() ? node : this.json.at(reference.substring(1));
	}

	/**
	 * One method of one path.
	 *
	 * @param method in capital letters
	 * @param path with its variables in braces
	 * @param json the operation
	 */
	public record Operation(String method, String path, ObjectNode json) {

		/**
		 * How people call it.
		 * @return such as {@code GET /api/tags}
		 */
		public String name() {
			return this.method + " " + this.path;
		}

		/**
		 * Its answers of success or redirection.
		 * @return with the status as the key
		 */
		public Stream<JsonNode> successes() {
			return this.json.path("responses")
				.propertyStream()
				.filter((answer) -> answer.getKey().charAt(0) < '4')
				.map((answer) -> answer.getValue());
		}

	}

}
