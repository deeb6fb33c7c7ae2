package vn.bantin.gateway.live;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import io.netty.channel.ChannelOption;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.origin.Origins;
import vn.bantin.service.barrier.SeenEvent;

/** Asks widget-service for the state of a widget, as readers get it. */
@Component
class WidgetClient {

	private static final Duration CONNECT = Duration.ofMillis(500);

	private static final Duration ANSWER = Duration.ofSeconds(2);

	private final Origins origins;

	private final Clock clock;

	private final WebClient client;

	WidgetClient(Origins origins, Clock clock) {
		this.origins = origins;
		this.clock = clock;
		HttpClient http = HttpClient.create()
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis())
			.responseTimeout(ANSWER);
		this.client = WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
	}

	/**
	 * Asks once, or twice where that may help.
	 * @param subject the weather of a place, or the board
	 * @param seen what the answer must not be older than
	 * @return the answer's body; fails when there is none that is good and new enough
	 */
	Mono<String> state(Subject subject, Optional<String> seen) {
		return this.origins.send(Origin.WIDGET, HttpMethod.GET, (instance) -> exchange(instance, subject, seen))
			.map(Answer::good);
	}

	private Mono<Answer> exchange(URI instance, Subject subject, Optional<String> seen) {
		return this.client.get()
			.uri(URI.create(instance + path(subject)))
			.header(Origins.SENT, this.clock.instant().toString())
			.headers((headers) -> seen.ifPresent((events) -> headers.set(SeenEvent.HEADER, events)))
			.exchangeToMono((response) -> response.bodyToMono(String.class)
				.defaultIfEmpty("")
				.map((body) -> new Answer(response.statusCode().value(), response.headers().asHttpHeaders(), body)));
	}

	private static String path(Subject subject) {
		return (subject.kind() == Subject.Kind.WEATHER) ? "/api/widgets/weather?place=" + subject.name()
				: "/api/widgets/exchange-rates";
	}

	private record Answer(int status, HttpHeaders headers, String body) implements Origins.Reply {

		@Override
		public @Nullable String connection() {
			return this.headers.getFirst(HttpHeaders.CONNECTION);
		}

		String good() {
			if (this.status != 200 || this.headers.containsHeader(SeenEvent.BEHIND)) {
				throw new IllegalStateException("widget-service answered %d%s".formatted(this.status,
						(this.status == 200) ? ", and something old" : ""));
			}
			return this.body;
		}

	}

}
