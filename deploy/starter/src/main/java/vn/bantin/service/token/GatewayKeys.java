package vn.bantin.service.token;

import java.net.URL;
import java.time.Duration;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The gateway's public keys. They are fetched while the service starts, so that the first
 * requests do not queue for them, and kept while the gateway is away. A request that
 * needs a new key waits no longer than its caller would.
 */
class GatewayKeys implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(GatewayKeys.class);

	private static final int CONNECT_MILLIS = 1000;

	private static final int READ_MILLIS = 2000;

	private static final int LARGEST = 64 * 1024;

	/** Nimbus's default would refuse everybody for 30 s after two failures. */
	private static final long BETWEEN_FETCHES_MILLIS = 1000;

	private static final Duration KEPT_IN_AN_OUTAGE = Duration.ofDays(30);

	/** About two minutes, for a gateway that starts at the same time. */
	private static final int MOST_ATTEMPTS = 120;

	private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

	private final JWKSource<SecurityContext> source;

	private volatile Thread fetching = new Thread();

	GatewayKeys(URL keys) {
		this(JWKSourceBuilder.create(keys, new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST))
			.cache(JWKSourceBuilder.DEFAULT_CACHE_TIME_TO_LIVE, CONNECT_MILLIS)
			.rateLimited(BETWEEN_FETCHES_MILLIS)
			.outageTolerant(KEPT_IN_AN_OUTAGE.toMillis())
			.build());
	}

	GatewayKeys(JWKSource<SecurityContext> source) {
		this.source = source;
	}

	JWKSource<SecurityContext> source() {
		return this.source;
	}

	@Override
	public void start() {
		this.fetching = Thread.ofVirtual().name("gateway-keys").start(this::fetch);
	}

	private void fetch() {
		try {
			for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
				try {
					this.source.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
					return;
				}
				catch (KeySourceException ex) {
					if (attempt == 1) {
						logger.info("The gateway's keys are not available yet: {}", ex.toString());
					}
					Thread.sleep(BETWEEN_ATTEMPTS);
				}
			}
			logger.warn("The gateway's keys are still not available; the next token fetches them");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		this.fetching.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.fetching.isAlive();
	}

	/** Begins before the web server accepts requests. */
	@Override
	public int getPhase() {
		return 0;
	}

}
