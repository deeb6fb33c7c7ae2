package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The instances of one service, asked in turn. One that is left out is asked only to
 * probe it, or when no other is left.
 */
final class Instances {

	private final List<Instance> all;

	private final AtomicInteger turn = new AtomicInteger();

	Instances(List<URI> addresses, Clock clock) {
		if (addresses.isEmpty()) {
			throw new IllegalArgumentException("A service has at least one instance");
		}
		this.all = addresses.stream().distinct().map((address) -> new Instance(address, clock)).toList();
	}

	/**
	 * The instance for the next request.
	 * @param mayProbe whether the request may probe an instance that is left out, since
	 * it can be sent again
	 */
	Instance next(boolean mayProbe) {
		int start = Math.floorMod(this.turn.getAndIncrement(), this.all.size());
		return first(start, (instance) -> instance.takes(mayProbe))
			.or(() -> first(start, (instance) -> !instance.isLeftOut()))
			.orElse(this.all.get(start));
	}

	private Optional<Instance> first(int start, Predicate<Instance> condition) {
		return IntStream.range(start, start + this.all.size())
			.mapToObj((turn) -> this.all.get(turn % this.all.size()))
			.filter(condition)
			.findFirst();
	}

	boolean areSeveral() {
		return this.all.size() > 1;
	}

	/** How many are left out, 0 when all is well. */
	long leftOut() {
		return this.all.stream().filter(Instance::isLeftOut).count();
	}

}
