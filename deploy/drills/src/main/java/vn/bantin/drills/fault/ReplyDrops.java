package vn.bantin.drills.fault;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Decides which requests lose their reply, the same ones with the same seed. */
final class ReplyDrops {

	/** How many bytes of a request are compared with the given starts. */
	private static final int START = 1024;

	private final Random random;

	private final AtomicLong dropped = new AtomicLong();

	ReplyDrops(long seed) {
		this.random = new Random(seed);
	}

	boolean losesReply(Fault fault, byte[] request, int length) {
		if (!(fault instanceof Fault.DropReplies drop)) {
			return false;
		}
		String start = new String(request, 0, Math.min(length, START), StandardCharsets.ISO_8859_1);
		if (!drop.starts().isEmpty() && drop.starts().stream().noneMatch(start::startsWith)) {
			return false;
		}
		synchronized (this.random) {
			return this.random.nextDouble() < drop.share();
		}
	}

	void count() {
		this.dropped.incrementAndGet();
	}

	long dropped() {
		return this.dropped.get();
	}

}
