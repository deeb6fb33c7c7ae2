package vn.bantin.gateway.openapi;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.service.openapi.ApiDocument;
import vn.bantin.service.openapi.ContractFile;
import vn.bantin.service.openapi.Overlay;

/** Puts the API's document together from the services' own and the gateway's part. */
final class WholeDocument {

	private final ApiDocument whole = new ApiDocument(JsonMapper.shared().createObjectNode());

	private WholeDocument() {
	}

	static ApiDocument assemble() throws IOException {
		WholeDocument document = new WholeDocument();
		Overlay.read(ContractFile.of("gateway", "openapi.yaml").path()).apply(document.whole);
		for (Origin origin : Origin.values()) {
			document.add(origin.service(), of(origin));
		}
		document.refuseForeignChanges();
		document.limit();
		document.sort(document.whole.json(), "paths");
		for (String kind : new String[] { "schemas", "examples" }) {
			document.sort(document.whole.json().withObject("/components"), kind);
		}
		return document.whole;
	}

	/** A service's own document. */
	static ApiDocument of(Origin origin) {
		return ApiDocument.read(ContractFile.of(origin.service(), "openapi.json").path());
	}

	private void add(String service, ApiDocument part) {
		merge(this.whole.json().withObject("/paths"), part.json().path("paths"), service);
		for (Map.Entry<String, JsonNode> kind : part.json().path("components").properties()) {
			merge(this.whole.components(kind.getKey()), kind.getValue(), service);
		}
	}

	/** Two services may share what is the same in both, and nothing else. */
	private static void merge(ObjectNode target, JsonNode part, String service) {
		part.forEachEntry((name, value) -> {
			JsonNode known = target.get(name);
			if (known != null && !known.equals(value)) {
				throw new IllegalStateException(
						"Another service means something else by %s; rename it in %s/contracts/openapi.yaml"
							.formatted(name, service));
			}
			target.set(name, value);
		});
	}

	/** The gateway accepts changes from the newspaper's own pages only. */
	private void refuseForeignChanges() {
		JsonNode forbidden = this.whole.json().at("/paths/~1api~1newsroom~1articles/post/responses/403");
		this.whole.operations()
			.filter((operation) -> !operation.method().equals("GET"))
			.map((operation) -> operation.json().withObject("/responses"))
			.filter((answers) -> !answers.has("403"))
			.forEach((answers) -> answers.set("403", forbidden));
	}

	/** The gateway limits how much a reader or network may ask of any route. */
	private void limit() {
		JsonNode tooMany = this.whole.json().at("/paths/~1api~1live/get/responses/429");
		this.whole.operations()
			.map((operation) -> operation.json().withObject("/responses"))
			.filter((answers) -> !answers.has("429"))
			.forEach((answers) -> answers.set("429", tooMany));
	}

	private void sort(ObjectNode parent, String name) {
		ObjectNode sorted = parent.objectNode();
		new TreeMap<>(parent.path(name)
			.propertyStream()
			.collect(Collectors.toMap((part) -> part.getKey(), (part) -> part.getValue()))).forEach(sorted::set);
		parent.set(name, sorted);
	}

}
