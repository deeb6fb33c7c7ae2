package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;

/**
 * The one way inward, for routed requests and the site's own. A request is sent to the
 * instance whose turn it is, unless its service answers too little to be asked; its
 * outcome is noted, and an instance that fails is left out.
 * <p>
 * A read is tried once more when there was no answer, at another instance if there is
 * one; a single instance that was late is not asked again, unless it answered others
 * meanwhile. Where there are several instances, a read that got 503 is sent once more,
 * and a request of any method when the connection was refused, since nothing was sent
 * then.
 */
public class Origins {

	/** The header that tells a service when the gateway sent a request. */
	public static final String SENT = "X-Asked";

	/** The header that tells a service how far the gateway knows the topics. */
	public static final String SEEN = "X-Seen";

	/** The header of an answer that is older than that. */
	public static final String BEHIND = "X-Behind";

	private final Map<Origin, Service> services;

	private final Clock clock;

	Origins(Map<Origin, Service> services, Clock clock) {
		this.services = Map.copyOf(services);
		this.clock = clock;
	}

	/**
	 * Sends a request.
	 * @param <R> what the service replies
	 * @param origin the service
	 * @param method the request's HTTP method
	 * @param exchange sends the request to the instance with that base address; called
	 * again for a second try
	 * @return the reply, whatever its status; fails as the last exchange did, or with an
	 * {@link org.springframework.web.ErrorResponse} of status 503 when nothing was sent
	 */
	public <R extends Reply> Mono<R> send(Origin origin, HttpMethod method, Function<URI, Mono<R>> exchange) {
		return new Call<>(Objects.requireNonNull(this.services.get(origin)), method, exchange, this.clock).send();
	}

	/** The part of a reply that tells how an instance is. */
	public interface Reply {

		/**
		 * The HTTP status.
		 * @return 100 to 599
		 */
		int status();

		/**
		 * The {@code Connection} header.
		 * @return null when there is none
		 */
		@Nullable String connection();

	}

}
