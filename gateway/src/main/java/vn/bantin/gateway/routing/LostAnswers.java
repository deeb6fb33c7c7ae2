package vn.bantin.gateway.routing;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.reactive.ProblemWriter;

/** Says what is known of a request that was sent inward and got no answer. */
@Component
@Order(-3)
class LostAnswers implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(LostAnswers.class);

	private final ProblemWriter problems;

	LostAnswers(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()
				|| !(failure instanceof TimeoutException || failure instanceof IOException)) {
			return Mono.error(failure);
		}
		logger.info("No answer for {}: {}", exchange.getRequest().getPath(), failure.toString());
		return this.problems.write(exchange,
				Problems
					.unavailable("The service behind this address does not answer. A write may or may not have been "
							+ "accepted: send it again, with the same Idempotency-Key."));
	}

}
