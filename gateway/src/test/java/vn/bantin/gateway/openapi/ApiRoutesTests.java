package vn.bantin.gateway.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.service.openapi.ApiDocument.Operation;
import vn.bantin.service.openapi.ApiDocument;
import vn.bantin.service.openapi.ContractFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What is documented is routed, and what is routed is documented; and it can be read. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "bantin.keys.create=true", "management.server.port=0" })
class ApiRoutesTests {

	private static final Pattern PATH = Pattern.compile("/[^\\s,\\])]*");

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@Autowired
	private RouteLocator routes;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	private List<RouterFunction<?>> functions;

	private WebTestClient client;

	@DynamicPropertySource
	static void keysHere(DynamicPropertyRegistry registry) {
		registry.add("bantin.keys.dir", () -> keys.toString());
	}

	@BeforeEach
	void connect() {
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + this.port)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(-1))
			.build();
	}

	@ParameterizedTest
	@EnumSource
	void routesEachOperationToTheServiceThatDocumentsIt(Origin origin) {
		ApiDocument document = WholeDocument.of(origin);
		assertThat(document.operations()).isNotEmpty()
			.allSatisfy((operation) -> assertThat(route(operation)).as(operation.name())
				.isEqualTo("http://" + origin.service()));
	}

	private String route(Operation operation) {
		HttpMethod method = HttpMethod.valueOf(operation.method());
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(method, address(operation)));
		Route route = this.routes.getRoutes()
			.filterWhen((candidate) -> candidate.getPredicate().apply(exchange))
			.blockFirst();
		return (route != null) ? route.getUri().getScheme() + "://" + route.getUri().getHost() : "nowhere";
	}

	@Test
	void documentsEachRouteToAService() {
		List<Route> routes = Objects.requireNonNull(this.routes.getRoutes().collectList().block());
		Set<String> documented = Arrays.stream(Origin.values())
			.flatMap((origin) -> WholeDocument.of(origin).operations())
			.map(ApiRoutesTests::address)
			.collect(Collectors.toSet());
		assertThat(routes.stream().flatMap((route) -> paths(route.getPredicate()))).isNotEmpty()
			.allSatisfy((path) -> assertThat(documented).as(path).anyMatch((address) -> matches(path, address)));
	}

	private static boolean matches(String path, String address) {
		PathPattern pattern = PathPatternParser.defaultInstance.parse(path);
		return pattern.matches(PathContainer.parsePath(address));
	}

	/** Pages are not documented, and the one that shows the document is a page. */
	@Test
	void documentsEachRouteOfItsOwnAndNoOther() throws IOException {
		Set<String> theServices = Arrays.stream(Origin.values())
			.flatMap((origin) -> WholeDocument.of(origin).operations())
			.map(Operation::path)
			.collect(Collectors.toSet());
		Stream<String> mapped = Stream.concat(
				this.requestMappingHandlerMapping.getHandlerMethods().keySet().stream().flatMap(ApiRoutesTests::paths),
				this.functions.stream().flatMap(ApiRoutesTests::paths))
			.filter((path) -> path.startsWith("/api/") || path.startsWith("/.well-known/"))
			.filter((path) -> !path.startsWith("/api/docs"));
		assertThat(WholeDocument.assemble()
			.operations()
			.map(Operation::path)
			.filter((path) -> !theServices.contains(path))).containsExactlyInAnyOrderElementsOf(mapped.toList());
	}

	/** The paths that a route is for, as it prints itself. */
	private static Stream<String> paths(Object route) {
		return PATH.matcher(route.toString())
			.results()
			.map(MatchResult::group)
			// The brace around all of it.
			.map((path) -> path.contains("{") ? path : path.replace("}", ""));
	}

	/** With the examples in place of variables. */
	private static String address(Operation operation) {
		String path = operation.path();
		for (JsonNode parameter : operation.json().path("parameters")) {
			path = path.replace("{" + parameter.path("name").asString() + "}", parameter.path("example").asString());
		}
		return path;
	}

	@Test
	void answersWithTheDocumentOnceForEachVersion() throws IOException {
		EntityExchangeResult<byte[]> answer = get("/api/openapi.json");
		assertThat(answer.getStatus().value()).isEqualTo(200);
		assertThat(answer.getResponseBodyContent())
			.isEqualTo(ContractFile.print(WholeDocument.assemble()).getBytes(StandardCharsets.UTF_8));
		String etag = Objects.requireNonNull(answer.getResponseHeaders().getETag());
		assertThat(etag).startsWith("\"");
		this.client.get()
			.uri("/api/openapi.json")
			.header("If-None-Match", etag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void showsTheDocumentFromItsOwnAddressOnly() {
		Document page = Jsoup.parse(
				new String(Objects.requireNonNull(get("/api/docs").getResponseBodyContent()), StandardCharsets.UTF_8));
		List<String> files = Stream
			.concat(page.select("script[src]").eachAttr("src").stream(),
					page.select("link[rel=stylesheet]").eachAttr("href").stream())
			.toList();
		assertThat(page.select("script:not([src]), style, [onclick]")).isEmpty();
		assertThat(files).hasSize(3).allSatisfy((file) -> {
			assertThat(file).startsWith("/api/docs/");
			assertThat(get(file).getStatus().value()).isEqualTo(200);
		});
		String policy = get("/api/docs").getResponseHeaders().getFirst("Content-Security-Policy");
		assertThat(policy).contains("default-src 'self'").doesNotContain("http", "*", "unsafe");
		assertThat(get("/api/openapi.json").getResponseHeaders().getFirst("Content-Security-Policy"))
			.doesNotContain("data:");
		assertThat(get("/api/docs/swagger-ui.js").getStatus().value()).isEqualTo(404);
	}

	private EntityExchangeResult<byte[]> get(String address) {
		return this.client.get().uri(address).exchange().expectBody().returnResult();
	}

}
