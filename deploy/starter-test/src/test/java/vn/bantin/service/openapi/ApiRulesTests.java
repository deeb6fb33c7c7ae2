package vn.bantin.service.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What is missing is found, and an overlay can supply all of it. */
class ApiRulesTests {

	private static final String GENERATED = """
			{"paths": {"/api/tags": {"get": {"operationId": "tags", "summary": "The tags.",
			 "parameters": [{"name": "limit", "in": "query", "description": "how many", "schema": {"type": "integer"}}],
			 "responses": {"200": {"description": "OK", "content": {"application/json": {"schema":
			  {"$ref": "#/components/schemas/Tags"}}}}}}}},
			 "components": {"schemas": {"Tags": {"type": "object", "required": ["items"],
			  "properties": {"items": {"type": "array", "items": {"type": "string"}}}}}}}""";

	private static final String WRITTEN = """
			x-parameters: {limit: {example: 5, schema: {minimum: 1, maximum: 9}}}
			paths:
			  /api/tags:
			    get:
			      operationId: listTags
			      tags: [Articles]
			      x-response: %s
			""";

	@TempDir
	private Path folder;

	@Test
	void findsWhatTheTypesDoNotSay() {
		assertThat(ApiRules.findings(generated())).containsExactlyInAnyOrder("GET /api/tags has not one tag",
				"GET /api/tags does not answer 400", "GET /api/tags does not answer 503",
				"GET /api/tags limit has no example", "GET /api/tags limit has no bounds",
				"GET /api/tags has no example of a body");
	}

	@Test
	void findsNothingOnceItIsWritten() throws IOException {
		ApiDocument document = overlaid("{items: [Hà Nội]}");
		assertThat(ApiRules.findings(document)).isEmpty();
		assertThat(document.operations().map((operation) -> operation.json().path("operationId").asString()))
			.containsExactly("listTags");
	}

	@Test
	void findsExamplesThatTheSchemaDoesNotAllowOrDoesNotKnow() throws IOException {
		assertThat(ApiRules.findings(overlaid("{items: [1], next: /more}"))).hasSize(2)
			.anySatisfy((finding) -> assertThat(finding).contains("/items/0", "string expected"))
			.contains("GET /api/tags does not describe next");
	}

	private ApiDocument overlaid(String example) throws IOException {
		Path file = Files.writeString(this.folder.resolve("openapi.yaml"), WRITTEN.formatted(example));
		ApiDocument document = generated();
		Overlay.read(file).apply(document);
		return document;
	}

	private static ApiDocument generated() {
		return new ApiDocument((ObjectNode) JsonMapper.shared().readTree(GENERATED));
	}

}
