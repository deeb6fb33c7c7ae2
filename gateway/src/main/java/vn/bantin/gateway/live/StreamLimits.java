package vn.bantin.gateway.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import vn.bantin.gateway.network.Network;

/** How many streams may be open. */
final class StreamLimits {

	private final int perAddress;

	private final int total;

	private final Map<Network, Integer> open = new ConcurrentHashMap<>();

	private final AtomicInteger all = new AtomicInteger();

	/**
	 * No stream is open.
	 * @param perAddress most streams of an address
	 * @param total most streams of all
	 */
	StreamLimits(int perAddress, int total) {
		this.perAddress = perAddress;
		this.total = total;
	}

	/**
	 * Asks for one more stream, which is to be released when it ends if it is admitted.
	 * @param address whose
	 */
	Admission admit(Network address) {
		if (this.all.incrementAndGet() > this.total) {
			this.all.decrementAndGet();
			return Admission.FULL;
		}
		if (this.open.merge(address, 1, Integer::sum) > this.perAddress) {
			release(address);
			return Admission.TOO_MANY;
		}
		return Admission.ADMITTED;
	}

	void release(Network address) {
		this.all.decrementAndGet();
		this.open.computeIfPresent(address, (it, count) -> (count > 1) ? count - 1 : null);
	}

	int count() {
		return this.all.get();
	}

	/** What comes of asking. */
	enum Admission {

		/** There may be one more. */
		ADMITTED,
		/** The address has as many as it may have. */
		TOO_MANY,
		/** The gateway has as many as it can keep. */
		FULL

	}

}
