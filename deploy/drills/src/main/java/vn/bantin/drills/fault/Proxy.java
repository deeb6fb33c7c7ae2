package vn.bantin.drills.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import vn.bantin.local.harness.FreePorts;

/**
 * Stands between two parts of this machine and does to their connections what a network
 * does on a bad day. What it does can be changed at any time. While its target refuses
 * connections it refuses them too, so that a client learns that nothing was sent.
 */
public final class Proxy implements AutoCloseable {

	/** Throttled bytes pass in so many parts a second. */
	private static final int PARTS = 20;

	private static final Duration LONG = Duration.ofDays(1);

	/** The first bytes of a request are looked for in no more than these. */
	private static final int START = 1024;

	private static final Duration LOOK = Duration.ofMillis(50);

	private final int port = FreePorts.next();

	private final int usual;

	private volatile int target;

	private volatile ServerSocket server;

	private volatile boolean closed;

	private final Random random;

	private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

	private final AtomicLong dropped = new AtomicLong();

	/** For those who wait for another fault, or for the end of their connection. */
	private final Lock lock = new ReentrantLock();

	private final Condition changed = this.lock.newCondition();

	private volatile Fault fault = Fault.NONE;

	/**
	 * Listens on a free port of 127.0.0.1.
	 * @param target the port of 127.0.0.1 that it passes everything to
	 * @param seed decides which replies are dropped
	 * @throws UncheckedIOException if there is no free port
	 */
	public Proxy(int target, long seed) {
		this.usual = target;
		this.target = target;
		this.random = new Random(seed);
		try {
			this.server = listen();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().name("proxy to " + target).start(this::serve);
	}

	/**
	 * Where it listens.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Changes what happens from now on.
	 * @param fault what happens
	 */
	public void set(Fault fault) {
		// Locked, so that what is held does not pass before its connection is closed.
		this.lock.lock();
		try {
			this.fault = fault;
			switch (fault) {
				case Fault.Cut cut -> this.connections.forEach(Connection::close);
				case Fault.HalfOpen open -> this.connections.forEach((connection) -> connection.dead = true);
				default -> this.connections.stream().filter((connection) -> connection.dead).forEach(Connection::close);
			}
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void changed() {
		this.lock.lock();
		try {
			this.changed.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Leads elsewhere from now on; connections of now are closed.
	 * @param target the port of 127.0.0.1 that everything is passed to
	 */
	public void redirect(int target) {
		this.target = target;
		this.connections.forEach(Connection::close);
	}

	/**
	 * Where it led in the beginning.
	 * @return the port
	 */
	public int usual() {
		return this.usual;
	}

	/**
	 * How many replies were dropped so far.
	 * @return the number since the start
	 */
	public long dropped() {
		return this.dropped.get();
	}

	/**
	 * How many connections are open now.
	 * @return the number
	 */
	public int open() {
		return this.connections.size();
	}

	private ServerSocket listen() throws IOException {
		ServerSocket server = new ServerSocket();
		server.setReuseAddress(true);
		server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 200);
		return server;
	}

	private void serve() {
		try {
			while (!this.closed) {
				accept(this.server);
				while (!this.closed && refuses(this.target)) {
					Thread.sleep(LOOK);
				}
				if (!this.closed) {
					this.server = listen();
				}
			}
			close(this.server);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void accept(ServerSocket server) {
		while (!server.isClosed()) {
			try {
				Connection connection = new Connection(server.accept());
				Thread.ofVirtual().start(() -> connect(connection));
			}
			catch (IOException ex) {
				// Closed: the loop ends. Anything else concerned one connection alone.
			}
		}
	}

	private void connect(Connection connection) {
		this.connections.add(connection);
		if (this.fault instanceof Fault.Cut || this.closed) {
			connection.close();
			return;
		}
		connection.open(target());
	}

	private InetSocketAddress target() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target);
	}

	/** Asked when the target hung up, which it does first of all when it ends. */
	private void refuseWithTarget() {
		if (refuses(this.target)) {
			close(this.server);
		}
	}

	private static boolean refuses(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
			return false;
		}
		catch (ConnectException ex) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean nextIsDropped(byte[] bytes, int length) {
		if (!(this.fault instanceof Fault.DropReplies drop)) {
			return false;
		}
		String start = new String(bytes, 0, Math.min(length, START), StandardCharsets.ISO_8859_1);
		if (!drop.starts().isEmpty() && drop.starts().stream().noneMatch(start::startsWith)) {
			return false;
		}
		synchronized (this.random) {
			return this.random.nextDouble() < drop.share();
		}
	}

	/** Stops listening and closes every connection. */
	@Override
	public void close() {
		this.closed = true;
		close(this.server);
		this.connections.forEach(Connection::close);
	}

	private static void close(Closeable socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It was closed; that is all that was wanted.
		}
	}

	private final class Connection {

		private final Socket client;

		private final Socket upstream = new Socket();

		/** Whether the last bytes were those of a request. */
		private final AtomicBoolean asking = new AtomicBoolean();

		private volatile boolean dead;

		private volatile boolean dropNextReply;

		private Connection(Socket client) {
			this.client = client;
		}

		private void open(InetSocketAddress target) {
			try {
				hold();
				this.upstream.connect(target, 2000);
				this.client.setTcpNoDelay(true);
				this.upstream.setTcpNoDelay(true);
			}
			catch (IOException ex) {
				close();
				refuseWithTarget();
				return;
			}
			Thread.ofVirtual().start(() -> pump(this.client, this.upstream, true));
			pump(this.upstream, this.client, false);
		}

		private void pump(Socket from, Socket to, boolean request) {
			byte[] buffer = new byte[32 * 1024];
			try {
				InputStream in = from.getInputStream();
				OutputStream out = to.getOutputStream();
				int length = in.read(buffer);
				while (length >= 0 && pass(buffer, length, out, request)) {
					length = in.read(buffer);
				}
			}
			catch (IOException ex) {
				// One side is gone; the other learns of it below.
			}
			hold();
			if (!this.dead) {
				close();
			}
			if (!request && !Proxy.this.closed) {
				refuseWithTarget();
			}
		}

		private boolean pass(byte[] bytes, int length, OutputStream out, boolean request) throws IOException {
			boolean begins = this.asking.getAndSet(request) != request;
			if (request && begins) {
				this.dropNextReply = nextIsDropped(bytes, length);
			}
			if (!request && this.dropNextReply) {
				Proxy.this.dropped.incrementAndGet();
				return false;
			}
			if (!request && begins && Proxy.this.fault instanceof Fault.Delay delay) {
				await(delay::equals, delay.by());
			}
			for (int passed = 0; passed < length && !this.dead;) {
				int part = next(length - passed);
				if (!this.dead) {
					out.write(bytes, passed, part);
					out.flush();
				}
				passed += part;
			}
			return true;
		}

		/** Waits until some bytes may pass, and says how many. */
		private int next(int left) {
			hold();
			if (!(Proxy.this.fault instanceof Fault.Throttle throttle)) {
				return left;
			}
			int part = Math.min(left, Math.max(1, throttle.bytesPerSecond() / PARTS));
			await(throttle::equals, Duration.ofNanos(1_000_000_000L * part / throttle.bytesPerSecond()));
			return part;
		}

		/**
		 * Looks under the lock, lest it see a fault that is being set before it is done.
		 */
		private void hold() {
			await(Fault.BlackHole.class::isInstance, LONG);
		}

		/** Waits, but not beyond such a fault or the connection's end. */
		private void await(Predicate<Fault> fault, Duration time) {
			Proxy.this.lock.lock();
			try {
				long left = time.toNanos();
				while (left > 0 && fault.test(Proxy.this.fault) && !this.client.isClosed()) {
					left = Proxy.this.changed.awaitNanos(left);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				Proxy.this.lock.unlock();
			}
		}

		private void close() {
			Proxy.this.connections.remove(this);
			Proxy.close(this.client);
			Proxy.close(this.upstream);
			changed();
		}

	}

}
