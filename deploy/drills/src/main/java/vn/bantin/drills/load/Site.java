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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The newspaper as the world sees it. In front of several gateways stands a load
 * balancer, which passes by a gateway that refuses the connection, and gives one that is
 * back its whole share only by and by (HAProxy's {@code slowstart}), since it has yet to
 * compile what it runs.
 */
public final class Site {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Duration SLOW_START = Duration.ofSeconds(15);

	private static final long AWAY = Long.MIN_VALUE;

	private final HttpClient http;

	private final List<URI> gateways;

	private final AtomicInteger turn = new AtomicInteger();

	/** When a gateway that had been away answered again, by the JVM's clock. */
	private final Map<URI, Long> back = new ConcurrentHashMap<>();

	/**
	 * A newspaper.
	 * @param gateways the addresses of all its gateways
	 */
	public Site(List<URI> gateways) {
		this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).build(),
				gateways);
	}

	private Site(HttpClient http, List<URI> gateways) {
		this.http = http;
		this.gateways = List.copyOf(gateways);
	}

	/**
	 * The newspaper through each of its gateways alone.
	 * @return one for each gateway
	 */
	public List<Site> each() {
		return this.gateways.stream().map((gateway) -> new Site(this.http, List.of(gateway))).toList();
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
		for (URI gateway : balanced()) {
			try {
				Answer answer = exchange(gateway, method, path, json, headers);
				this.back.replace(gateway, AWAY, System.nanoTime());
				return answer;
			}
			catch (ConnectException ex) {
				// Nothing was sent; the next gateway is asked.
				this.back.put(gateway, AWAY);
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

	/** All gateways by turns, those at the end that are spared this time. */
	private List<URI> balanced() {
		List<URI> order = new ArrayList<>(this.gateways);
		Collections.rotate(order, this.turn.getAndIncrement());
		List<URI> spared = order.stream().filter(this::isSpared).toList();
		order.removeAll(spared);
		order.addAll(spared);
		return order;
	}

	private boolean isSpared(URI gateway) {
		long since = this.back.getOrDefault(gateway, AWAY);
		return since != AWAY && System.nanoTime() - since < ThreadLocalRandom.current().nextLong(SLOW_START.toNanos());
	}

	private Answer exchange(URI gateway, String method, String path, @Nullable String json, String... headers)
			throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path))
			.method(method, (json != null) ? BodyPublishers.ofString(json) : BodyPublishers.noBody());
		if (json != null) {
			request.header("Content-Type", "application/json");
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		HttpResponse<String> response = await(this.http.sendAsync(request.build(), BodyHandlers.ofString()));
		return new Answer(response.statusCode(), response.body(), response.headers().map());
	}

	/** The client's own limit ends with the headers. */
	private static <T> T await(CompletableFuture<T> whole) throws IOException, InterruptedException {
		try {
			return whole.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof ConnectException refused) {
				throw refused;
			}
			throw new IOException(ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new IOException("No whole answer within " + PATIENCE, ex);
		}
		finally {
			whole.cancel(true);
		}
	}

}
