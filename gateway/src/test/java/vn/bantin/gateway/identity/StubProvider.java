package vn.bantin.gateway.identity;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The identity provider, where everybody is an editor at once. It plays the
 * article-service too, which answers with the name that the gateway told it.
 */
final class StubProvider implements AutoCloseable {

	static final String EDITOR = "Nguyễn Thị Biên Tập";

	private final HttpServer server;

	private final RSAKey key;

	private final Map<String, Login> codes = new ConcurrentHashMap<>();

	private volatile boolean away;

	StubProvider() throws Exception {
		this.key = new RSAKeyGenerator(2048).keyID("k1").generate();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::handle);
		this.server.start();
	}

	String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	/** Closes every connection without an answer, or no longer does. */
	void setAway(boolean away) {
		this.away = away;
	}

	/**
	 * The person logs in.
	 * @param authorize where the gateway has sent the browser
	 * @return where the browser is sent to
	 */
	String logIn(URI authorize) {
		MultiValueMap<String, String> asked = parameters(authorize.getRawQuery());
		String code = UUID.randomUUID().toString();
		this.codes.put(code, new Login(Objects.requireNonNull(asked.getFirst("nonce")),
				Objects.requireNonNull(asked.getFirst("code_challenge"))));
		return answer(asked) + "&code=" + code;
	}

	/** The person clicks on "cancel". */
	String cancel(URI authorize) {
		return answer(parameters(authorize.getRawQuery())) + "&error=access_denied";
	}

	private static String answer(MultiValueMap<String, String> asked) {
		return URI.create(Objects.requireNonNull(asked.getFirst("redirect_uri"))).getPath() + "?state="
				+ Objects.requireNonNull(asked.getFirst("state"));
	}

	private static MultiValueMap<String, String> parameters(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		UriComponentsBuilder.newInstance()
			.query(query)
			.build()
			.getQueryParams()
			.forEach((name, values) -> values
				.forEach((value) -> parameters.add(name, URLDecoder.decode(value, StandardCharsets.UTF_8))));
		return parameters;
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			if (this.away) {
				return;
			}
			String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
			switch (exchange.getRequestURI().getPath()) {
				case "/oauth2/jwks" -> send(exchange, 200, new JWKSet(this.key).toString());
				case "/oauth2/token" -> trade(exchange, parameters(body));
				case "/api/articles" -> send(exchange, 200, "{\"items\":[]}");
				case "/api/newsroom/articles/a1b2c3d4e5" ->
					send(exchange, 200, told(exchange.getRequestHeaders().getFirst("Authorization")));
				default -> send(exchange, 404, "{}");
			}
		}
		catch (Exception ex) {
			throw new IOException(ex);
		}
	}

	private void trade(HttpExchange exchange, MultiValueMap<String, String> asked) throws Exception {
		Login login = this.codes.remove(String.valueOf(asked.getFirst("code")));
		if (login == null || !login.challenge().equals(hash(String.valueOf(asked.getFirst("code_verifier"))))) {
			send(exchange, 400, "{\"error\":\"invalid_grant\"}");
			return;
		}
		send(exchange, 200, """
				{"access_token":"secret-access-token","token_type":"Bearer","expires_in":3600,"id_token":"%s"}"""
			.formatted(idToken(login.nonce())));
	}

	private String idToken(String nonce) throws Exception {
		Instant now = Instant.now();
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(),
				new JWTClaimsSet.Builder().issuer(address())
					.subject("editor")
					.audience("bantin-gateway")
					.claim("nonce", nonce)
					.claim("name", EDITOR)
					.claim("roles", List.of("writer", "editor"))
					.issueTime(Date.from(now))
					.expirationTime(Date.from(now.plusSeconds(60)))
					.build());
		token.sign(new RSASSASigner(this.key));
		return token.serialize();
	}

	private static String told(String authorization) throws Exception {
		String name = SignedJWT.parse(authorization.substring("Bearer ".length()))
			.getJWTClaimsSet()
			.getStringClaim("name");
		return "{\"name\":\"" + name + "\"}";
	}

	private static String hash(String verifier) throws Exception {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
	}

	private static void send(HttpExchange exchange, int status, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	private record Login(String nonce, String challenge) {
	}

}
