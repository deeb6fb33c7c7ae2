package vn.bantin.drills.load;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The newspaper as the world sees it. In front of several gateways stands a load
 * balancer, so a gateway that refuses the connection is passed by, as that one would.
 */
public final class Site {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(2))
		.build();

	private final List<URI> gateways;

	private final AtomicInteger turn = new AtomicInteger();

	/**
	 * A newspaper.
	 * @param gateways the addresses of all its gateways
	 */
	public Site(List<URI> gateways) {
		this.gateways = List.copyOf(gateways);
	}

	/**
	 * Reads something.
	 * @param path the path with its query
	 * @param headers names and values in turn
	 * @return what came back
	 */
	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	/**
	 * Sends something.
	 * @param method the HTTP method
	 * @param path the path with its query
	 * @param json the body, null for none
	 * @param headers names and values in turn
	 * @return what came back
	 */
	public Answer send(String method, String path, @Nullable String json, String... headers) {
		int first = Math.floorMod(this.turn.getAndIncrement(), this.gateways.size());
		for (int i = 0; i < this.gateways.size(); i++) {
			URI gateway = this.gateways.get((first + i) % this.gateways.size());
			try {
				return exchange(gateway, method, path, json, headers);
			}
			catch (ConnectException ex) {
				// Nothing was sent; the next gateway is asked.
			}
			catch (IOException ex) {
				return Answer.NONE;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return Answer.NONE;
			}
		}
		return Answer.NONE;
	}

	private Answer exchange(URI gateway, String method, String path, @Nullable String json, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
			.timeout(PATIENCE)
			.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		if (json != null) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
		return new Answer(response.statusCode(), response.body(), response.headers().map());
	}

}
