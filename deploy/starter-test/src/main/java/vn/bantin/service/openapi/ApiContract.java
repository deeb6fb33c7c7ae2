package vn.bantin.service.openapi;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocJavadocConfiguration;
import org.springdoc.core.configuration.SpringDocSecurityConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract of a service's HTTP: {@code contracts/openapi.json} is what its
 * controllers' types and Javadoc say together with {@code contracts/openapi.yaml},
 * written by hand ({@link Overlay}). A service has a test that extends this and is
 * otherwise empty. With {@code -Dopenapi.write} the file is written instead of compared.
 */
@WebMvcTest(properties = { "GATEWAY_JWKS_URI=http://127.0.0.1:1/", "springdoc.use-fqn=true",
		"springdoc.default-produces-media-type=application/json", "springdoc.override-with-generic-response=false",
		"logging.level.org.springdoc=error" })
@AutoConfigureMockMvc(addFilters = false, print = MockMvcPrint.NONE)
@ImportAutoConfiguration({ SpringDocConfigProperties.class, SpringDocConfiguration.class,
		SpringDocJavadocConfiguration.class, SpringDocSecurityConfiguration.class, SpringDocWebMvcConfiguration.class,
		MultipleOpenApiSupportConfiguration.class })
@Import({ AbsentBeans.class, RecordProperties.class })
public abstract class ApiContract {

	private static final List<String> INNER_HEADERS = List.of("X-Seen", "X-Asked");

	@Value("${spring.application.name}")
	private String service = "";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private ApiDocument document;

	/** Makes the document anew. */
	@BeforeEach
	void make() throws IOException {
		byte[] found = this.mvc.get().uri("/v3/api-docs").exchange().getResponse().getContentAsByteArray();
		this.document = new ApiDocument((ObjectNode) JsonMapper.shared().readTree(found));
		ObjectNode json = this.document.json();
		json.remove(List.of("servers", "tags"));
		json.putObject("info").put("title", this.service).put("version", "1");
		json.set("paths", sorted(json.path("paths")));
		withoutInnerHeaders();
		Tidying.tidy(json);
		Overlay overlay = Overlay.read(ContractFile.of(this.service, "openapi.yaml").path());
		SchemaNames.shorten(this.document, overlay.names());
		overlay.apply(this.document);
		for (String kind : List.of("schemas", "examples")) {
			json.withObject("/components").set(kind, sorted(this.document.components(kind)));
		}
	}

	/** The gateway sends these, and nobody else can. */
	private void withoutInnerHeaders() {
		this.document.operations()
			.forEach((operation) -> operation.json()
				.withArray("parameters")
				.removeIf((parameter) -> INNER_HEADERS.contains(parameter.path("name").asString())));
	}

	private static ObjectNode sorted(JsonNode node) {
		ObjectNode sorted = JsonMapper.shared().createObjectNode();
		new TreeMap<>(node.propertyStream().collect(Collectors.toMap((it) -> it.getKey(), (it) -> it.getValue())))
			.forEach(sorted::set);
		return sorted;
	}

	@Test
	void isKeptAmongTheContracts() throws IOException {
		assertThat(ContractFile.of(this.service, "openapi.json").text(this.document))
			.as("contracts/openapi.json; write it anew with -Dopenapi.write")
			.isEqualTo(ContractFile.print(this.document));
	}

	@Test
	void hasEveryHandlerAndNoOther() {
		Set<String> handlers = this.requestMappingHandlerMapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((handler) -> handler.getValue().getBeanType().getName().startsWith("vn.bantin."))
			.flatMap((handler) -> handler.getKey()
				.getMethodsCondition()
				.getMethods()
				.stream()
				.flatMap((method) -> handler.getKey().getPatternValues().stream().map((path) -> method + " " + path)))
			.collect(Collectors.toSet());
		assertThat(handlers).isNotEmpty();
		assertThat(this.document.operations().map(ApiDocument.Operation::name))
			.containsExactlyInAnyOrderElementsOf(handlers);
	}

	@Test
	void saysOfEachOperationWhatAFrontEndNeeds() {
		assertThat(ApiRules.findings(this.document)).isEmpty();
	}

}
