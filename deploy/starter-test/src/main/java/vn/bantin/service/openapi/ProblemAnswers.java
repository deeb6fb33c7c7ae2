package vn.bantin.service.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.openapi.ApiDocument.Operation;

/**
 * The problems of each operation: its own, which {@code x-problems} names, and those that
 * follow from what it takes. A problem's code is the name of its example.
 */
final class ProblemAnswers {

	private static final ObjectNode COMMON = common();

	private ProblemAnswers() {
	}

	private static ObjectNode common() {
		try (InputStream file = ProblemAnswers.class.getResourceAsStream("problems.json")) {
			return (ObjectNode) JsonMapper.shared().readTree(Objects.requireNonNull(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static void add(ApiDocument document) {
		ObjectNode examples = document.components("examples");
		document.components("schemas").set("Problem", COMMON.get("schema"));
		document.operations().forEach((operation) -> {
			TreeMap<Integer, Set<String>> codes = new TreeMap<>();
			for (String code : codes(operation)) {
				if (!examples.has(code)) {
					examples.set(code, Objects.requireNonNull(COMMON.path("examples").get(code), code));
				}
				int status = examples.path(code).path("value").path("status").asInt();
				codes.computeIfAbsent(status, (key) -> new LinkedHashSet<>()).add(code);
			}
			ObjectNode answers = operation.json().withObject("/responses");
			codes.forEach((status, these) -> answers.set(String.valueOf(status), answer(examples, status, these)));
		});
	}

	private static Set<String> codes(Operation operation) {
		Set<String> codes = new LinkedHashSet<>();
		codes.add("invalid-request");
		for (JsonNode own : operation.json().path("x-problems")) {
			codes.add(own.asString());
		}
		if (operation.json().path("security").valueStream().anyMatch((way) -> way.has("newsroom"))) {
			codes.add("unauthenticated");
			codes.add("forbidden");
		}
		if (operation.json().has("requestBody")) {
			codes.add("too-large");
			codes.add("unsupported-media-type");
		}
		codes.add("internal");
		codes.add("unavailable");
		return codes;
	}

	private static ObjectNode answer(ObjectNode examples, int status, Set<String> codes) {
		ObjectNode answer = JsonMapper.shared().createObjectNode();
		answer.put("description", String.join("; ",
				codes.stream().map((code) -> examples.path(code).path("summary").asString()).toList()));
		if (status == 503) {
			answer.withObject("/headers").set("Retry-After", COMMON.get("retryAfter"));
		}
		ObjectNode content = answer.withObject("/content").withObjectProperty("application/problem+json");
		content.withObject("/schema").put("$ref", "#/components/schemas/Problem");
		codes.forEach((code) -> content.withObject("/examples")
			.withObjectProperty(code)
			.put("$ref", "#/components/examples/" + code));
		return answer;
	}

}
