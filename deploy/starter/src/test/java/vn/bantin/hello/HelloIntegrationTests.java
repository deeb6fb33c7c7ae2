package vn.bantin.hello;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.service.RealTopic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the service of the README gets from the starter, on a real broker. */
class HelloIntegrationTests {

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final HttpClient http = HttpClient.newHttpClient();

	private static ECKey key;

	private static HttpServer gateway;

	private static ConfigurableApplicationContext hello;

	@BeforeAll
	static void start() throws Exception {
		key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
		byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
		gateway.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, keys.length);
			try (OutputStream body = exchange.getResponseBody()) {
				body.write(keys);
			}
		});
		gateway.start();
		new RealTopic("greetings").make();
		hello = SpringApplication.run(HelloApplication.class, "--server.port=0", "--management.server.port=0",
				"--KAFKA_BROKERS=" + LocalServers.kafkaBrokers(),
				"--GATEWAY_JWKS_URI=http://127.0.0.1:" + gateway.getAddress().getPort() + "/jwks.json",
				"--spring.autoconfigure.exclude=org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration");
	}

	@AfterAll
	static void stop() {
		hello.close();
		gateway.stop(0);
	}

	@Test
	void answersTokensOfTheGatewayOnly() throws Exception {
		assertThat(get("/api/hello", null)).extracting(HttpResponse::statusCode).isEqualTo(401);
		assertThat(get("/api/hello", token("writer"))).extracting(HttpResponse::statusCode).isEqualTo(403);
		assertThat(get("/api/hello", token("reader"))).extracting(HttpResponse::statusCode).isEqualTo(200);
		HttpResponse<String> unnamed = get("/api/other", token("reader"));
		assertThat(unnamed.statusCode()).isEqualTo(403);
		assertThat(unnamed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
	}

	@Test
	void refusesBadInputWithProblemDetails() throws Exception {
		JsonNode outOfRange = json.readTree(get("/api/hello?most=10", token("reader")).body()).path("errors").path(0);
		assertThat(outOfRange.path("field").asString()).isEqualTo("most");
		assertThat(outOfRange.path("allowed").asString()).isEqualTo("a whole number from 1 to 9");
		assertThat(get("/api/hello?mots=1", token("reader"))).extracting(HttpResponse::statusCode).isEqualTo(400);
	}

	@Test
	void consumesEventsAndSendsPoisonToTheDeadLetters() throws Exception {
		RealTopic greetings = new RealTopic("greetings");
		greetings.send("poison", "{\"name\": \"Lan\"}");
		await().atMost(AT_MOST).until(() -> get("/api/hello", token("reader")).body().contains("Lan"));
		RealTopic dead = new RealTopic("greetings.hello.dead");
		await().atMost(AT_MOST).until(() -> dead.values().contains("poison"));
		assertThat(management("/actuator/prometheus").body())
			.containsPattern("bantin_dead_letters_total\\{.*topic=\"greetings\".*} 1.0");
	}

	@Test
	void hasHealthOnTheManagementPortOnly() throws Exception {
		assertThat(management("/actuator/health/readiness").statusCode()).isEqualTo(200);
		assertThat(management("/actuator/health/liveness").statusCode()).isEqualTo(200);
		assertThat(get("/actuator/health", token("reader")).statusCode()).isEqualTo(404);
	}

	@Test
	void drainsBeforeItStops() {
		assertThat(hello.getBeansOfType(vn.bantin.service.draining.Draining.class)).hasSize(1);
	}

	@Test
	void isWhatTheReadmeShows() throws IOException {
		Path starter = Path.of(System.getProperty("bantin.root"), "deploy", "starter");
		String readme = Files.readString(starter.resolve("README.md"));
		String source = Files.readString(starter.resolve("src/test/java/vn/bantin/hello/HelloApplication.java"))
			.replace("\t", "    ");
		String shown = source.substring(source.indexOf("// tag::hello[]\n") + 16, source.indexOf("// end::hello[]"));
		String settings = Files.readString(starter.resolve("src/test/resources/application.yml"));
		assertThat(readme).contains(shown.strip()).contains(settings.strip());
		assertThat((shown.strip() + "\n" + settings.strip()).lines()).hasSizeLessThanOrEqualTo(40);
	}

	private static HttpResponse<String> get(String path, @Nullable String token)
			throws IOException, InterruptedException {
		return get("local.server.port", path, token);
	}

	private static HttpResponse<String> management(String path) throws IOException, InterruptedException {
		return get("local.management.port", path, null);
	}

	private static HttpResponse<String> get(String port, String path, @Nullable String token)
			throws IOException, InterruptedException {
		String address = "http://127.0.0.1:" + hello.getEnvironment().getRequiredProperty(port) + path;
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(AT_MOST);
		if (token != null) {
			request.header("Authorization", "Bearer " + token);
		}
		return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private static String token(String role) throws JOSEException {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k1")
			.type(new JOSEObjectType("at+jwt"))
			.build();
		SignedJWT token = new SignedJWT(header,
				new JWTClaimsSet.Builder().issuer("urn:bantin:gateway")
					.audience("hello")
					.subject("u1")
					.claim("roles", List.of(role))
					.expirationTime(Date.from(Instant.now().plusSeconds(60)))
					.build());
		token.sign(new ECDSASigner(key));
		return token.serialize();
	}

}
