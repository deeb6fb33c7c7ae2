package vn.bantin.drills.fault;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between two parts on this machine and does to their connections what a bad
 * network does. The fault can be changed at any time. While the target refuses
 * connections, the proxy refuses them too.
 */
public final class Proxy implements AutoCloseable {

	private final int usual;

	private volatile int target;

	private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

	private final FaultSwitch faults = new FaultSwitch();

	private final ReplyDrops drops;

	private final MirrorListener listener;

	/**
	 * Listens on a free port of 127.0.0.1.
	 * @param target the port of 127.0.0.1 that it passes everything to
	 * @param seed decides which replies are dropped
	 * @throws UncheckedIOException if there is no free port
	 */
	public Proxy(int target, long seed) {
		this.usual = target;
		this.target = target;
		this.drops = new ReplyDrops(seed);
		this.listener = new MirrorListener(this::target, this::accept);
		Thread.ofVirtual().name("proxy to " + target).start(this.listener::serve);
	}

	private InetSocketAddress target() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target);
	}

	private void accept(Socket client) {
		ProxiedConnection connection = new ProxiedConnection(client, this.faults, this.drops, this.connections::remove,
				this.listener::refuseWithTarget);
		Thread.ofVirtual().start(() -> connect(connection));
	}

	private void connect(ProxiedConnection connection) {
		this.connections.add(connection);
		if (this.faults.fault() instanceof Fault.Cut || this.listener.isClosed()) {
			connection.close();
			return;
		}
		connection.run(target());
	}

	/**
	 * Where it listens.
	 * @return the port
	 */
	public int port() {
		return this.listener.port();
	}

	/**
	 * Changes the fault.
	 * @param fault from now on
	 */
	public void set(Fault fault) {
		this.faults.set(fault, () -> {
			switch (fault) {
				case Fault.Cut cut -> this.connections.forEach(ProxiedConnection::close);
				case Fault.HalfOpen open -> this.connections.forEach(ProxiedConnection::die);
				default ->
					this.connections.stream().filter(ProxiedConnection::isDead).forEach(ProxiedConnection::close);
			}
		});
	}

	/**
	 * Passes everything to another target from now on; open connections are closed.
	 * @param target the port of 127.0.0.1
	 */
	public void redirect(int target) {
		this.target = target;
		this.connections.forEach(ProxiedConnection::close);
	}

	/**
	 * The target that it had in the beginning.
	 * @return the port
	 */
	public int usual() {
		return this.usual;
	}

	/**
	 * How many replies were dropped.
	 * @return the number since the start
	 */
	public long dropped() {
		return this.drops.dropped();
	}

	/**
	 * How many connections are open.
	 * @return the number now
	 */
	public int open() {
		return this.connections.size();
	}

	/** Stops listening and closes every connection. */
	@Override
	public void close() {
		this.listener.close();
		this.connections.forEach(ProxiedConnection::close);
	}

}
