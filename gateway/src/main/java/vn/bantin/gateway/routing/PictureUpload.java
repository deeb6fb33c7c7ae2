package vn.bantin.gateway.routing;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.connection.BodyLimit;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.reactive.ProblemWriter;

/**
 * Reads a picture whole before the service hears of it, so that only the service's own
 * time is held against it. Few are read at once, since each is in memory.
 */
@Component
class PictureUpload {

	/** Each of up to 11 MiB. */
	private static final int AT_ONCE = 8;

	/** Shorter than {@link ServerLimits} lets the connection wait, to have an answer. */
	private static final Duration WITHIN = Duration.ofSeconds(110);

	private final Semaphore places = new Semaphore(AT_ONCE);

	private final ProblemWriter problems;

	PictureUpload(ProblemWriter problems) {
		this.problems = problems;
	}

	/**
	 * Reads the body of a request.
	 * @param exchange the request
	 * @param next passes it on, with its whole body
	 * @return completes when it was answered
	 */
	Mono<Void> read(ServerWebExchange exchange, Function<ServerWebExchange, Mono<Void>> next) {
		if (exchange.getRequest().getHeaders().getContentLength() <= 0) {
			return next.apply(exchange);
		}
		return Mono.defer(() -> this.places.tryAcquire()
				? readInPlace(exchange, next).doFinally((signal) -> this.places.release()) : refuseBusy(exchange));
	}

	private Mono<Void> readInPlace(ServerWebExchange exchange, Function<ServerWebExchange, Mono<Void>> next) {
		Mono<DataBuffer> body = DataBufferUtils.join(exchange.getRequest().getBody(), BodyLimit.PICTURE.bytes())
			.timeout(WITHIN, Mono.error(TooSlow::new));
		return Mono
			.usingWhen(body, (picture) -> next.apply(withBody(exchange, picture)),
					(picture) -> Mono.fromRunnable(() -> DataBufferUtils.release(picture)))
			.onErrorResume((failure) -> failure instanceof TooSlow && !exchange.getResponse().isCommitted(),
					(failure) -> refuseLate(exchange));
	}

	private static ServerWebExchange withBody(ServerWebExchange exchange, DataBuffer picture) {
		return exchange.mutate().request(new ServerHttpRequestDecorator(exchange.getRequest()) {
			@Override
			public Flux<DataBuffer> getBody() {
				return Flux
					.defer(() -> Flux.just(DataBufferUtils.retain(picture.slice(0, picture.readableByteCount()))));
			}
		}).build();
	}

	private Mono<Void> refuseBusy(ServerWebExchange exchange) {
		return this.problems.write(exchange,
				Problems.unavailable("Too many pictures are being sent at once. Send it again."));
	}

	private Mono<Void> refuseLate(ServerWebExchange exchange) {
		exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
		return this.problems.write(exchange, Problems.of(HttpStatus.REQUEST_TIMEOUT, "too-slow",
				"The request did not come in time", "A picture may take %d s.".formatted(WITHIN.toSeconds())));
	}

	/** The client's time is over, not the service's. */
	private static final class TooSlow extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private TooSlow() {
			super("The picture did not come in time", null, false, false);
		}

	}

}
