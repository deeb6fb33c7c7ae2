package vn.bantin.gateway.origin;

import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.util.retry.Retry;
import vn.bantin.gateway.identity.Audience;

/**
 * Calls from the gateway's own pages to the services. Reading is tried once more, at
 * another instance if there is one, or when the connection was dead; writing only when
 * the connection was refused.
 */
public class Origins {

	/** The header that tells a service when the gateway asked. */
	public static final String ASKED = "X-Asked";

	private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

	private final Services services;

	private final Clock clock;

	private final WebClient client;

	Origins(Services services, Clock clock, WebClient.Builder client) {
		this.services = services;
		this.clock = clock;
		// All limits are set: the library's defaults wait for ever, on any number of
		// connections.
		ConnectionProvider pool = ConnectionProvider.builder("pages")
			.maxConnections(200)
			.lifo() // few connections stay in use, and fewer can be dead without a word
			.pendingAcquireTimeout(Duration.ofMillis(500))
			.maxIdleTime(Duration.ofSeconds(5))
			.maxLifeTime(Duration.ofMinutes(5))
			.evictInBackground(Duration.ofSeconds(2))
			.build();
		HttpClient http = HttpClient.create(pool)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 500)
			.responseTimeout(Duration.ofSeconds(3));
		this.client = client.clientConnector(new ReactorClientHttpConnector(http))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
			.build();
	}

	/**
	 * Asks a service.
	 * @param service which one
	 * @param pathAndQuery what for, encoded
	 * @param token the inner token, null for what everybody may read
	 * @return its answer, whatever its status; fails with {@link OriginUnavailable} when
	 * there is none
	 */
	public Mono<OriginAnswer> get(Audience service, String pathAndQuery, @Nullable String token) {
		return exchange(HttpMethod.GET, service, pathAndQuery, token, null, true).onErrorResume(
				(ex) -> ex instanceof OriginUnavailable unavailable && unavailable.isAsked()
						&& isAskedAgain(service, unavailable),
				(ex) -> exchange(HttpMethod.GET, service, pathAndQuery, token, null, false));
	}

	/**
	 * The only instance that is not there was just asked, and one that does not answer in
	 * time most likely has too much to do, unless others had their answers meanwhile:
	 * then it was the connection that was dead.
	 */
	private boolean isAskedAgain(Audience service, OriginUnavailable failure) {
		return this.services.of(service).areSeveral() || failure.isAlive()
				|| !(failure.getCause() instanceof ReadTimeoutException
						|| failure.getCause() instanceof ConnectException);
	}

	/**
	 * Sends something to a service.
	 * @param method the HTTP method
	 * @param service which one
	 * @param pathAndQuery where to, encoded
	 * @param token the inner token, null for what everybody may do
	 * @param body JSON, or null for none
	 * @return its answer, whatever its status; fails with {@link OriginUnavailable} when
	 * there is none
	 */
	public Mono<OriginAnswer> exchange(HttpMethod method, Audience service, String pathAndQuery, @Nullable String token,
			byte @Nullable [] body) {
		return exchange(method, service, pathAndQuery, token, body, false);
	}

	@SuppressWarnings("NullAway") // the body spec's methods accept what they are given
									// here
	private Mono<OriginAnswer> exchange(HttpMethod method, Audience service, String pathAndQuery,
			@Nullable String token, byte @Nullable [] body, boolean mayTry) {
		return Mono.defer(() -> {
			Instances instances = this.services.of(service);
			Throttle throttle = instances.throttle(method);
			if (!throttle.admits()) {
				return Mono.error(OriginUnavailable.unasked(service));
			}
			URI instance = instances.next(mayTry);
			WebClient.RequestBodySpec request = this.client.method(method).uri(URI.create(instance + pathAndQuery));
			Instant asked = this.clock.instant();
			request.header(ASKED, asked.toString());
			if (token != null) {
				request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
			}
			if (body != null) {
				request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
			}
			return request
				.exchangeToMono((response) -> response.bodyToMono(byte[].class)
					.defaultIfEmpty(new byte[0])
					.map((bytes) -> new OriginAnswer(response.statusCode().value(), response.headers().asHttpHeaders(),
							bytes)))
				.doOnNext((answer) -> {
					throttle.answered(answer.status());
					instances.answered(instance, answer.status(), answer.headers().getFirst(HttpHeaders.CONNECTION));
				})
				.onErrorMap(WebClientRequestException.class, (ex) -> {
					throttle.failed();
					boolean alive = !(ex.getCause() instanceof ConnectException)
							&& instances.hasAnsweredSince(instance, asked);
					if (!alive) {
						instances.failed(instance);
					}
					return new OriginUnavailable(method + " " + pathAndQuery + " at " + service.code(), ex.getCause(),
							alive);
				});
		})
			// Where no connection came about nothing was sent, so another instance may be
			// asked whatever the method.
			.retryWhen(Retry.max(1)
				.filter((ex) -> ex.getCause() instanceof ConnectException && this.services.of(service).areSeveral())
				.onRetryExhaustedThrow((retries, again) -> again.failure()));
	}

}
