package vn.bantin.local.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs in as a person with a browser does (authorization code with PKCE) and prints the
 * access token, for curl.
 */
public final class TokenCommand {

	static final String REDIRECT = "http://127.0.0.1:9999/callback";

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.connectTimeout(PATIENCE)
		.build();

	private final URI issuer;

	/**
	 * For one identity provider.
	 * @param issuer its address
	 */
	public TokenCommand(URI issuer) {
		this.issuer = issuer;
	}

	/**
	 * Prints a token.
	 * @param args issuer, user, password
	 */
	public static void main(String[] args) {
		PrintStream out = System.out;
		try {
			out.println(new TokenCommand(URI.create(args[0])).token(args[1], args[2]));
		}
		catch (IOException | IllegalStateException ex) {
			System.err.append("No token: ").append(ex.getMessage()).append('\n');
			System.exit(2);
		}
	}

	/**
	 * Logs in.
	 * @param user the login name
	 * @param password the password
	 * @return an access token
	 * @throws IOException if the identity provider does not answer
	 * @throws IllegalStateException if it refuses
	 */
	public String token(String user, String password) throws IOException {
		String verifier = random();
		Map<String, String> query = new LinkedHashMap<>();
		query.put("response_type", "code");
		query.put("client_id", "bantin-cli");
		query.put("redirect_uri", REDIRECT);
		query.put("scope", "openid");
		query.put("code_challenge", challenge(verifier));
		query.put("code_challenge_method", "S256");
		query.put("state", random());
		URI authorize = this.issuer.resolve("/oauth2/authorize?" + form(query));
		send(get(authorize));
		String page = send(get(this.issuer.resolve("/login"))).body();
		Matcher csrf = CSRF.matcher(page);
		if (!csrf.find()) {
			throw new IllegalStateException("the identity provider shows no login form");
		}
		HttpResponse<String> login = send(
				post("/login", Map.of("username", user, "password", password, "_csrf", csrf.group(1))));
		if (location(login).getPath().equals("/login")) {
			throw new IllegalStateException("the identity provider does not know this user with this password");
		}
		String code = code(location(send(get(authorize))));
		HttpResponse<String> answer = send(post("/oauth2/token", Map.of("grant_type", "authorization_code", "code",
				code, "redirect_uri", REDIRECT, "client_id", "bantin-cli", "code_verifier", verifier)));
		Matcher token = TOKEN.matcher(answer.body());
		if (!token.find()) {
			throw new IllegalStateException("the identity provider gave no token: " + answer.body());
		}
		return token.group(1);
	}

	private HttpRequest get(URI uri) {
		return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Accept", "text/html").build();
	}

	private HttpRequest post(String path, Map<String, String> fields) {
		return HttpRequest.newBuilder(this.issuer.resolve(path))
			.timeout(PATIENCE)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form(fields)))
			.build();
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
		catch (java.net.ConnectException ex) {
			throw new IOException("the identity provider at " + this.issuer + " does not answer", ex);
		}
	}

	private URI location(HttpResponse<String> response) {
		return this.issuer.resolve(response.headers()
			.firstValue("Location")
			.orElseThrow(() -> new IllegalStateException("the identity provider answered " + response.statusCode())));
	}

	private static String code(URI redirect) {
		Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(redirect.toString());
		if (!code.find()) {
			throw new IllegalStateException("the identity provider refused: " + redirect);
		}
		return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	private static String random() {
		byte[] bytes = new byte[32];
		new SecureRandom().nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String challenge(String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

}
