package vn.bantin.drills.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A client's connection through a proxy, with a thread for each direction. */
final class ProxiedConnection {

	private static final int CONNECT_MILLIS = 2000;

	private static final int BUFFER = 32 * 1024;

	/** Throttled bytes pass in this many chunks a second. */
	private static final int CHUNKS = 20;

	private static final Duration FOREVER = Duration.ofDays(1);

	private final Socket client;

	private final Socket upstream = new Socket();

	private final FaultSwitch faults;

	private final ReplyDrops drops;

	private final Consumer<ProxiedConnection> closed;

	private final Runnable targetGone;

	/** Whether the last bytes were those of a request. */
	private final AtomicBoolean asking = new AtomicBoolean();

	private volatile boolean dead;

	private volatile boolean dropNextReply;

	/**
	 * A connection that is not connected to the target yet.
	 * @param client the client's socket
	 * @param faults decides what passes
	 * @param drops decides which replies are dropped
	 * @param closed receives this when it was closed
	 * @param targetGone runs when the target closed the connection, or refused it
	 */
	ProxiedConnection(Socket client, FaultSwitch faults, ReplyDrops drops, Consumer<ProxiedConnection> closed,
			Runnable targetGone) {
		this.client = client;
		this.faults = faults;
		this.drops = drops;
		this.closed = closed;
		this.targetGone = targetGone;
	}

	/** Connects to the target and passes bytes until one side closes. */
	void run(InetSocketAddress target) {
		try {
			hold();
			this.upstream.connect(target, CONNECT_MILLIS);
			this.client.setTcpNoDelay(true);
			this.upstream.setTcpNoDelay(true);
		}
		catch (IOException ex) {
			close();
			this.targetGone.run();
			return;
		}
		Thread.ofVirtual().start(() -> pump(this.client, this.upstream, true));
		pump(this.upstream, this.client, false);
		this.targetGone.run();
	}

	private void pump(Socket from, Socket to, boolean request) {
		byte[] buffer = new byte[BUFFER];
		try {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			int length = in.read(buffer);
			while (length >= 0 && pass(buffer, length, out, request)) {
				length = in.read(buffer);
			}
		}
		catch (IOException ex) {
			// One side is gone; closing below tells the other.
		}
		hold();
		if (!this.dead) {
			close();
		}
	}

	private boolean pass(byte[] bytes, int length, OutputStream out, boolean request) throws IOException {
		boolean begins = this.asking.getAndSet(request) != request;
		if (request && begins) {
			this.dropNextReply = this.drops.losesReply(this.faults.fault(), bytes, length);
		}
		if (!request && this.dropNextReply) {
			this.drops.count();
			return false;
		}
		if (!request && begins && this.faults.fault() instanceof Fault.Delay delay) {
			await(delay::equals, delay.by());
		}
		for (int passed = 0; passed < length && !this.dead;) {
			int chunk = next(length - passed);
			if (!this.dead) {
				out.write(bytes, passed, chunk);
				out.flush();
			}
			passed += chunk;
		}
		return true;
	}

	/** Waits until some bytes may pass, and says how many. */
	private int next(int left) {
		hold();
		if (!(this.faults.fault() instanceof Fault.Throttle throttle)) {
			return left;
		}
		int chunk = Math.min(left, Math.max(1, throttle.bytesPerSecond() / CHUNKS));
		await(throttle::equals, Duration.ofNanos(1_000_000_000L * chunk / throttle.bytesPerSecond()));
		return chunk;
	}

	private void hold() {
		await(Fault.BlackHole.class::isInstance, FOREVER);
	}

	private void await(Predicate<Fault> matching, Duration limit) {
		this.faults.await(matching, () -> !this.client.isClosed(), limit);
	}

	/** Lets nothing pass any more, without closing it. */
	void die() {
		this.dead = true;
	}

	boolean isDead() {
		return this.dead;
	}

	void close() {
		this.closed.accept(this);
		close(this.client);
		close(this.upstream);
		this.faults.wake();
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		}
		catch (IOException ex) {
			// It is closed all the same.
		}
	}

}
