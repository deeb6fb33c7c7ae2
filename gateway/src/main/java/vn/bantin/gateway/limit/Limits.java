package vn.bantin.gateway.limit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.network.Network;

/**
 * Token buckets for each class of route, by reader and by network. A request needs a
 * token of each bucket that it falls under; one that is refused takes none.
 */
final class Limits {

	private final Map<RouteClass, Map<Scope, Limit>> limits = new EnumMap<>(RouteClass.class);

	private final Cache<Key, Bucket> buckets;

	private final TimeMeter time;

	Limits(LimitProperties properties, TimeMeter time) {
		properties.limits()
			.forEach((limit) -> this.limits.computeIfAbsent(limit.kind(), (kind) -> new EnumMap<>(Scope.class))
				.put(limit.scope(), limit));
		this.time = time;
		this.buckets = Caffeine.newBuilder()
			.maximumSize(properties.remembered())
			.expireAfterAccess(Limit.WINDOW)
			.ticker(time::currentTimeNanos)
			.build();
	}

	/**
	 * Takes a token for a request.
	 * @param kind what it is for
	 * @param networks the networks that it comes from, the smallest first, at least one
	 * @param reader the reader's pseudonym, null when there is none that is valid or it
	 * does not matter
	 * @return how the client stands now: with the limit that refuses, or else with the
	 * one that allows the fewest
	 */
	Standing take(RouteClass kind, List<Network> networks, @Nullable String reader) {
		Map<Scope, Limit> limits = this.limits.getOrDefault(kind, Map.of());
		List<Bucket> taken = new ArrayList<>(4);
		Standing tightest = null;
		if (reader != null) {
			tightest = take(limit(limits, Scope.READER), reader, taken);
		}
		for (int i = 0; i < networks.size() && (tightest == null || tightest.admitted()); i++) {
			Network network = networks.get(i);
			Standing standing = take(limit(limits, Scope.of(network)), network, taken);
			if (tightest == null || !standing.admitted() || standing.remaining() < tightest.remaining()) {
				tightest = standing;
			}
		}
		if (tightest == null) {
			throw new IllegalArgumentException("Every request comes from a network");
		}
		if (!tightest.admitted()) {
			taken.forEach((bucket) -> bucket.addTokens(1));
		}
		return tightest;
	}

	private static Limit limit(Map<Scope, Limit> limits, Scope scope) {
		Limit limit = limits.get(scope);
		if (limit == null) {
			throw new IllegalStateException("No limit for " + scope);
		}
		return limit;
	}

	private Standing take(Limit limit, Object subject, List<Bucket> taken) {
		Bucket bucket = this.buckets.get(new Key(limit.kind(), subject), (key) -> limit.bucket(this.time));
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (probe.isConsumed()) {
			taken.add(bucket);
			return new Standing(limit, true, probe.getRemainingTokens(), probe.getNanosToWaitForReset());
		}
		return new Standing(limit, false, 0, probe.getNanosToWaitForRefill());
	}

	/** Readers and networks of all sizes have buckets of their own for each class. */
	private record Key(RouteClass kind, Object subject) {
	}

}
