package vn.bantin.gateway.network;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Names networks so that votes from one can be counted together and nobody learns which
 * one it is: HMAC-SHA256 under a key of the day. The names of one day say nothing about
 * those of another.
 */
public final class NetworkPseudonyms implements DisposableBean {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int BYTES = 16;

	private static final Duration WATCHED_EVERY = Duration.ofMinutes(1);

	private final DailyKeys keys;

	private final Clock clock;

	private final Disposable watch;

	private volatile Key key;

	NetworkPseudonyms(DailyKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
		this.key = key(today());
		// Not when a vote needs it: event loops must not wait for a file.
		this.watch = Flux.interval(WATCHED_EVERY, Schedulers.boundedElastic()).subscribe((tick) -> renew());
	}

	/** Takes the new key when a day has begun, in UTC. */
	void renew() {
		LocalDate today = today();
		if (!today.equals(this.key.day())) {
			this.key = key(today);
		}
	}

	private LocalDate today() {
		return this.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
	}

	private Key key(LocalDate day) {
		return new Key(day, new SecretKeySpec(this.keys.of(day), ALGORITHM));
	}

	/**
	 * The pseudonyms of a network and of those around it.
	 * @param network the smallest one
	 * @return 22 characters of URL-safe Base64 each, in the order of
	 * {@link Network#widening()}; the same at every gateway until midnight, UTC
	 */
	public List<String> of(Network network) {
		SecretKeySpec secret = this.key.secret();
		return network.widening().stream().map((each) -> pseudonym(each, secret)).toList();
	}

	private static String pseudonym(Network network, SecretKeySpec secret) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(secret);
			byte[] whole = mac.doFinal(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
				.putInt(network.kind().ordinal())
				.putLong(network.bits())
				.array());
			return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks " + ALGORITHM, ex);
		}
	}

	@Override
	public void destroy() {
		this.watch.dispose();
	}

	private record Key(LocalDate day, SecretKeySpec secret) {
	}

}
