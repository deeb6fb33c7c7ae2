package vn.bantin.service.openapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.openapi.ApiDocument.Operation;

/** What a front-end developer may expect of every operation. */
public final class ApiRules {

	private final ApiDocument document;

	private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	private final List<String> findings = new ArrayList<>();

	private final Set<String> ids = new HashSet<>();

	private ApiRules(ApiDocument document) {
		this.document = document;
	}

	/**
	 * Reads a document.
	 * @param document the document
	 * @return what is missing or wrong, a sentence each; empty when all is well
	 */
	public static List<String> findings(ApiDocument document) {
		ApiRules rules = new ApiRules(document);
		document.operations().forEach(rules::check);
		document.components("examples").forEachEntry((code, example) -> rules.checkProblem(code, example));
		return rules.findings;
	}

	private void check(Operation operation) {
		JsonNode json = operation.json();
		for (String text : List.of("operationId", "summary")) {
			expect(!json.path(text).asString("").isBlank(), operation, "has no " + text);
		}
		expect(this.ids.add(json.path("operationId").asString("")), operation, "shares its operationId");
		expect(json.path("tags").size() == 1, operation, "has not one tag");
		expect(operation.successes().findAny().isPresent(), operation, "never succeeds");
		for (String status : List.of("400", "503")) {
			expect(json.path("responses").has(status), operation, "does not answer " + status);
		}
		json.path("parameters").forEach((parameter) -> checkParameter(operation, parameter));
		Stream.concat(Stream.of(json.path("requestBody")), operation.successes())
			.flatMap((body) -> body.path("content").propertyStream())
			.filter((body) -> body.getKey().endsWith("json"))
			.forEach((body) -> checkExample(operation, body.getValue()));
	}

	private void checkParameter(Operation operation, JsonNode given) {
		JsonNode parameter = this.document.resolve(given);
		JsonNode schema = parameter.path("schema");
		String name = parameter.path("name").asString();
		expect(!parameter.path("description").asString("").isBlank(), operation, name + " is not described");
		expect(parameter.has("example"), operation, name + " has no example");
		boolean bounded = schema.has("enum") || switch (schema.path("type").asString("")) {
			case "integer", "number" -> schema.has("minimum") && schema.has("maximum");
			case "string" -> Stream.of("pattern", "maxLength", "format").anyMatch(schema::has);
			case "boolean" -> true;
			default -> false;
		};
		expect(bounded, operation, name + " has no bounds");
		if (parameter.has("example")) {
			checkValid(operation, name, schema, parameter.get("example"));
		}
	}

	private void checkExample(Operation operation, JsonNode body) {
		expect(body.has("example"), operation, "has no example of a body");
		JsonNode properties = this.document.resolve(body.path("schema")).path("properties");
		expect(!properties.isEmpty(), operation, "does not describe a body");
		for (String property : body.path("example").propertyNames()) {
			expect(properties.has(property), operation, "does not describe " + property);
		}
		if (body.has("example")) {
			checkValid(operation, "the example", body.path("schema"), body.get("example"));
		}
	}

	private void checkProblem(String code, JsonNode example) {
		JsonNode problem = example.path("value");
		if (!problem.path("type").asString("").startsWith("/problems/") || example.path("summary").isMissingNode()) {
			this.findings.add("The problem " + code + " has another type or no summary");
		}
		JsonNode schema = this.document.components("schemas").path("Problem");
		valid(schema, problem).forEach((error) -> this.findings.add("The problem " + code + ": " + error));
	}

	private void checkValid(Operation operation, String what, JsonNode schema, JsonNode value) {
		valid(schema, value).forEach((error) -> expect(false, operation, what + " is not valid: " + error));
	}

	private List<String> valid(JsonNode schema, JsonNode value) {
		ObjectNode whole = schema.deepCopy().asObject();
		whole.set("components", this.document.json().path("components"));
		Schema known = this.schemas.getSchema(whole);
		return known.validate(value).stream().map(Object::toString).toList();
	}

	private void expect(boolean good, Operation operation, String otherwise) {
		if (!good) {
			this.findings.add(operation.name() + " " + otherwise);
		}
	}

}
