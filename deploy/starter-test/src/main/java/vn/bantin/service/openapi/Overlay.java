package vn.bantin.service.openapi;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.openapi.ApiDocument.Operation;

/**
 * What types do not say, written by hand as a part of an OpenAPI document and laid over
 * the generated one as RFC 7396 has it. Keys of its own keep it short:
 * <ul>
 * <li>{@code x-names}: schemas of Java classes that get another name than theirs
 * <li>{@code x-parameters}: parts of parameters by name, for all operations or for one
 * <li>{@code x-request}, {@code x-response}: the examples of an operation
 * <li>{@code x-status}: the status of its success, when it is not 200
 * <li>{@code x-problems}: the codes of its own problems, which are examples below
 * {@code components}; what every operation may answer is added by {@link ProblemAnswers}
 * </ul>
 */
public final class Overlay {

	private static final List<String> OWN_KEYS = List.of("x-parameters", "x-request", "x-response", "x-status",
			"x-problems");

	private static final String JSON = "application/json";

	private final ObjectNode json;

	private Overlay(ObjectNode json) {
		this.json = json;
	}

	/**
	 * Reads an overlay.
	 * @param file a YAML file
	 * @return the overlay
	 * @throws IOException when it cannot be read
	 */
	public static Overlay read(Path file) throws IOException {
		Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
		try (Reader reader = Files.newBufferedReader(file)) {
			return new Overlay(JsonMapper.shared().valueToTree(yaml.load(reader)));
		}
	}

	/**
	 * Completes a document.
	 * @param document it is changed
	 */
	public void apply(ApiDocument document) {
		ObjectNode rest = this.json.deepCopy();
		JsonNode parameters = rest.path("x-parameters");
		rest.remove(List.of("x-names", "x-parameters"));
		merge(document.json(), rest);
		document.operations().forEach((operation) -> complete(operation, parameters));
		ProblemAnswers.add(document);
		document.operations().forEach((operation) -> operation.json().remove(OWN_KEYS));
	}

	JsonNode names() {
		return this.json.path("x-names");
	}

	private static void complete(Operation operation, JsonNode parameters) {
		ObjectNode json = operation.json();
		for (JsonNode parameter : json.path("parameters")) {
			String name = parameter.path("name").asString();
			merge((ObjectNode) parameter, parameters.path(name));
			merge((ObjectNode) parameter, json.path("x-parameters").path(name));
		}
		if (json.has("x-request")) {
			json.withObject("/requestBody/content")
				.propertyStream()
				.findFirst()
				.ifPresent((body) -> ((ObjectNode) body.getValue()).set("example", json.get("x-request")));
		}
		if (json.has("x-status")) {
			ObjectNode answers = json.withObject("/responses");
			answers.set(json.path("x-status").asString(), answers.remove("200"));
		}
		if (json.has("x-response")) {
			operation.successes()
				.findFirst()
				.map((success) -> (ObjectNode) success)
				.ifPresent((success) -> success.withObject("/content")
					.withObjectProperty(JSON)
					.set("example", json.get("x-response")));
		}
	}

	/** RFC 7396: objects are merged, anything else replaces, null removes. */
	static void merge(ObjectNode target, JsonNode patch) {
		patch.forEachEntry((name, value) -> {
			if (value.isNull()) {
				target.remove(name);
			}
			else if (value.isObject() && target.get(name) instanceof ObjectNode nested) {
				merge(nested, value);
			}
			else {
				target.set(name, value.deepCopy());
			}
		});
	}

}
