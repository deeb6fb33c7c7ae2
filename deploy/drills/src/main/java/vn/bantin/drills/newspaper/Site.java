package vn.bantin.drills.newspaper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * The newspaper as the world sees it: a load balancer in front of its gateways. It skips
 * a gateway that refuses the connection, and gives one that is back its full share only
 * after a slow start (as HAProxy's {@code slowstart}), since it still has to compile.
 */
public final class Site {

	private static final Duration SLOW_START = Duration.ofSeconds(15);

	private static final long AWAY = Long.MIN_VALUE;

	private final Client client;

	private final List<URI> gateways;

	private final AtomicInteger turn = new AtomicInteger();

	/**
	 * When a gateway answered again after it had been away, by {@link System#nanoTime()}.
	 */
	private final Map<URI, Long> back = new ConcurrentHashMap<>();

	/**
	 * Balances over gateways.
	 * @param gateways the addresses of all of them
	 */
	public Site(List<URI> gateways) {
		this(new Client(), gateways);
	}

	Site(Client client, List<URI> gateways) {
		this.client = client;
		this.gateways = List.copyOf(gateways);
	}

	/**
	 * The newspaper through each single gateway.
	 * @return one for each gateway
	 */
	public List<Site> each() {
		return this.gateways.stream().map((gateway) -> new Site(this.client, List.of(gateway))).toList();
	}

	/**
	 * Sends a GET request.
	 * @param path the path with its query
	 * @param headers names and values in turn
	 * @return the answer, of status 0 when none came whole within 10 s
	 */
	public Answer get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	/**
	 * Sends a GET request that no gateway answers from its memory.
	 * @param path the path with its query
	 * @return the answer, of status 0 when none came whole within 10 s
	 */
	public Answer getAnew(String path) {
		// Who asks for a part may get one of the own; services know no parts of JSON.
		return get(path, "Range", "bytes=0-");
	}

	/**
	 * Sends a request, to the next gateway when one refuses the connection.
	 * @param method the HTTP method
	 * @param path the path with its query
	 * @param json the body, null for none
	 * @param headers names and values in turn
	 * @return the answer, of status 0 when none came whole within 10 s
	 */
	public Answer send(String method, String path, @Nullable String json, String... headers) {
		for (URI gateway : balanced()) {
			try {
				Answer answer = this.client.exchange(method, gateway.resolve(path), json, headers);
				this.back.replace(gateway, AWAY, System.nanoTime());
				return answer;
			}
			catch (ConnectException ex) {
				// Nothing was sent, so the next gateway may be tried.
				this.back.put(gateway, AWAY);
			}
			catch (IOException ex) {
				return Answer.NONE;
			}
		}
		return Answer.NONE;
	}

	/** All gateways, round robin; those in slow start that lose the draw come last. */
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

}
