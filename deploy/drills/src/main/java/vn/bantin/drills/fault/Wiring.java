package vn.bantin.drills.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import vn.bantin.local.launcher.Wires;

/** A proxy between any two parts of a newspaper. */
public final class Wiring implements Wires, AutoCloseable {

	private final long seed;

	private final Map<Wire, Proxy> proxies = new ConcurrentHashMap<>();

	/**
	 * Starts without any proxy.
	 * @param seed decides which replies are dropped
	 */
	public Wiring(long seed) {
		this.seed = seed;
	}

	@Override
	public int port(String from, String to, int port) {
		return this.proxies
			.computeIfAbsent(new Wire(from, to), (wire) -> new Proxy(port, this.seed ^ wire.toString().hashCode()))
			.port();
	}

	/**
	 * The proxies between some parts.
	 * @param from prefix of the client's name, such as {@code rating-service} for all its
	 * instances
	 * @param to prefix of the server's name
	 * @return at least one
	 * @throws IllegalArgumentException if there is none
	 */
	public List<Proxy> between(String from, String to) {
		List<Proxy> found = new ArrayList<>();
		this.proxies.forEach((wire, proxy) -> {
			if (wire.from().startsWith(from) && wire.to().startsWith(to)) {
				found.add(proxy);
			}
		});
		if (found.isEmpty()) {
			throw new IllegalArgumentException("Nothing connects %s to %s".formatted(from, to));
		}
		return found;
	}

	/** Ends every fault. */
	public void mend() {
		this.proxies.values().forEach((proxy) -> proxy.set(Fault.NONE));
	}

	@Override
	public void close() {
		this.proxies.values().forEach(Proxy::close);
	}

	private record Wire(String from, String to) {
	}

}
