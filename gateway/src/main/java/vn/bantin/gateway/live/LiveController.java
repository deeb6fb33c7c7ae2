package vn.bantin.gateway.live;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import vn.bantin.gateway.live.StreamLimits.Admission;
import vn.bantin.gateway.network.ClientNetworks;
import vn.bantin.gateway.network.Network;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.reactive.ProblemWriter;

/** Opens streams of server-sent events. */
@RestController
class LiveController {

	private static final String LAST_EVENT_ID = "Last-Event-ID";

	private static final String RETRY_AFTER_SECONDS = "60";

	private static final String REFUSED = "bantin.gateway.live.refused";

	private final Live live;

	private final StreamLimits limits;

	private final ClientNetworks networks;

	private final ProblemWriter problems;

	private final Counter tooMany;

	private final Counter full;

	private final Counter slow;

	LiveController(Live live, LiveProperties properties, ClientNetworks networks, ProblemWriter problems,
			MeterRegistry meters) {
		this.networks = networks;
		this.live = live;
		this.limits = new StreamLimits(properties.perAddress(), properties.total());
		this.problems = problems;
		this.tooMany = meters.counter(REFUSED, "reason", "address");
		this.full = meters.counter(REFUSED, "reason", "full");
		this.slow = meters.counter("bantin.gateway.live.dropped");
		Gauge.builder("bantin.gateway.live.streams", this.limits, StreamLimits::count).register(meters);
	}

	@GetMapping("/api/live")
	Mono<Void> live(ServerWebExchange exchange) {
		Wanted wanted;
		try {
			wanted = Wanted.of(exchange.getRequest().getQueryParams(),
					exchange.getRequest().getHeaders().getFirst(LAST_EVENT_ID));
		}
		catch (InvalidRequest ex) {
			return this.problems.write(exchange, Problems.invalid(ex.violations()));
		}
		if (exchange.getRequest().getMethod() == HttpMethod.HEAD) {
			return head(exchange).setComplete();
		}
		if (this.live.isClosing()) {
			// A browser gives up for ever on anything but an empty stream.
			ServerHttpResponse response = head(exchange);
			return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(this.live.retry())));
		}
		return admit(exchange, wanted);
	}

	private Mono<Void> admit(ServerWebExchange exchange, Wanted wanted) {
		Network address = this.networks.of(exchange.getRequest().getRemoteAddress(),
				exchange.getRequest().getHeaders()::getOrEmpty);
		Admission admission = this.limits.admit(address);
		if (admission == Admission.ADMITTED) {
			return open(exchange, wanted).doFinally((end) -> this.limits.release(address));
		}
		exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		if (admission == Admission.FULL) {
			this.full.increment();
			return this.problems.write(exchange,
					Problems.unavailable("This gateway has as many open streams as it can keep."));
		}
		this.tooMany.increment();
		return this.problems.write(exchange, Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests",
				"Too many streams", "This address has as many open streams as it may have."));
	}

	private Mono<Void> open(ServerWebExchange exchange, Wanted wanted) {
		ServerHttpResponse response = head(exchange);
		HttpStream stream = new HttpStream(channel(response), response.bufferFactory(), this.live.thread(),
				(begun) -> this.live.begin(begun, wanted), this.slow::increment);
		return response.writeWith(stream).doFinally((end) -> {
			stream.cancel();
			this.live.leave(stream, wanted);
		});
	}

	private static ServerHttpResponse head(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = response.getHeaders();
		headers.setContentType(MediaType.TEXT_EVENT_STREAM);
		headers.setCacheControl("no-store");
		// For nginx, which would collect events before it passes them on.
		headers.set("X-Accel-Buffering", "no");
		headers.set(HttpHeaders.CONNECTION, "close");
		return response;
	}

	private static Channel channel(ServerHttpResponse response) {
		HttpServerResponse netty = ServerHttpResponseDecorator.getNativeResponse(response);
		AtomicReference<@Nullable Channel> channel = new AtomicReference<>();
		netty.withConnection((connection) -> channel.set(connection.channel()));
		return Objects.requireNonNull(channel.get());
	}

}
