package vn.bantin.local.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gets a demo user's access token with the client credentials grant and prints it. Needs
 * nothing but the JDK.
 */
public final class TokenCommand {

	private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final URI issuer;

	/**
	 * For one identity provider.
	 * @param issuer its address
	 */
	public TokenCommand(URI issuer) {
		this.issuer = issuer;
	}

	/**
	 * Prints a token; exits with 2 and a message when there is none.
	 * @param args issuer, user, password
	 */
	public static void main(String[] args) {
		PrintStream out = System.out;
		try {
			out.println(new TokenCommand(URI.create(args[0])).token(args[1], args[2]));
		}
		catch (IOException | IllegalStateException | IllegalArgumentException ex) {
			System.err.append("No token: ").append(ex.getMessage()).append('\n');
			System.exit(2);
		}
	}

	/**
	 * Gets a token.
	 * @param user the login name
	 * @param password the password
	 * @return an access token, valid for an hour
	 * @throws IOException if the identity provider does not answer within 10 s
	 * @throws IllegalStateException if it refuses
	 */
	public String token(String user, String password) throws IOException {
		HttpResponse<String> response = send(HttpRequest.newBuilder(this.issuer.resolve("/oauth2/token"))
			.timeout(TIMEOUT)
			.header("Authorization", basic(user, password))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials"))
			.build());
		if (response.statusCode() == 401) {
			throw new IllegalStateException("the identity provider does not know this user with this password");
		}
		Matcher token = TOKEN.matcher(response.body());
		if (!token.find()) {
			throw new IllegalStateException("the identity provider answered " + response.statusCode());
		}
		return token.group(1);
	}

	private HttpResponse<String> send(HttpRequest request) throws IOException {
		try (HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
			return http.send(request, BodyHandlers.ofString());
		}
		catch (ConnectException ex) {
			throw new IOException("the identity provider at " + this.issuer + " does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	/** RFC 6749 has both form-encoded first. */
	private static String basic(String user, String password) {
		String credentials = encode(user) + ":" + encode(password);
		return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
