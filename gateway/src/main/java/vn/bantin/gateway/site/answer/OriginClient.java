package vn.bantin.gateway.site.answer;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.origin.Origins;

/**
 * The HTTP client of the site's own calls to the services. It has every limit set: the
 * library's defaults wait for ever, on any number of connections.
 */
@Component
class OriginClient {

	private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

	private final Origins origins;

	private final Clock clock;

	private final WebClient client;

	private final Changes changes;

	OriginClient(Origins origins, Clock clock, Changes changes) {
		this.origins = origins;
		this.clock = clock;
		this.changes = changes;
		ConnectionProvider pool = ConnectionProvider.builder("pages")
			.maxConnections(200)
			.lifo() // keeps few connections in use, so fewer can be dead unnoticed
			.pendingAcquireTimeout(Duration.ofMillis(500))
			.maxIdleTime(Duration.ofSeconds(5))
			.maxLifeTime(Duration.ofMinutes(5))
			.evictInBackground(Duration.ofSeconds(2))
			.build();
		HttpClient http = HttpClient.create(pool)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 500)
			.responseTimeout(Duration.ofSeconds(3));
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
			.build();
	}

	/**
	 * Sends a request. Once sent it runs to its own end, also when nobody waits for it
	 * any more: cancelled between head and body of an answer, the client would lose the
	 * body's buffers, and a vote is not given up because its reader went away.
	 * @param path path and query, encoded
	 * @param token the inner token, null for a public resource
	 * @param json the body, null for none
	 * @return the answer, whatever its status; fails with {@link OriginUnavailable} when
	 * there is none
	 */
	Mono<OriginAnswer> send(HttpMethod method, Origin origin, String path, @Nullable String token,
			byte @Nullable [] json) {
		return this.origins.send(origin, method, (instance) -> exchange(method, instance, path, token, json))
			.onErrorMap((failure) -> new OriginUnavailable(origin, failure))
			.cache();
	}

	private Mono<OriginAnswer> exchange(HttpMethod method, URI instance, String path, @Nullable String token,
			byte @Nullable [] json) {
		WebClient.RequestBodySpec request = this.client.method(method).uri(URI.create(instance + path));
		request.header(Origins.SENT, this.clock.instant().toString());
		if (method == HttpMethod.GET) {
			this.changes.seen().ifPresent((seen) -> request.header(Origins.SEEN, seen));
		}
		if (token != null) {
			request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		}
		if (json != null) {
			request.contentType(MediaType.APPLICATION_JSON).bodyValue(json);
		}
		return request
			.exchangeToMono((response) -> response.bodyToMono(byte[].class)
				.defaultIfEmpty(new byte[0])
				.map((body) -> new OriginAnswer(response.statusCode().value(), response.headers().asHttpHeaders(),
						body)))
			.onErrorMap(WebClientException.class, (failure) -> {
				Throwable cause = failure.getCause();
				return (cause != null) ? cause : failure;
			});
	}

}
