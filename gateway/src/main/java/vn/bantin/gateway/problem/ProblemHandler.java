package vn.bantin.gateway.problem;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns failures into problem details, for everything that is not a page. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

	private static final Logger logger = LoggerFactory.getLogger(ProblemHandler.class);

	private final Problems problems;

	ProblemHandler(Problems problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		if (failure instanceof ErrorResponse response && hasType(response.getBody())) {
			return this.problems.write(exchange, response.getBody());
		}
		if (failure instanceof TimeoutException || failure instanceof IOException) {
			logger.info("No answer for {}: {}", exchange.getRequest().getPath(), failure.toString());
			return this.problems.write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for now",
					"The service behind this address does not answer. A write may or may not have been accepted: "
							+ "send it again, with the same Idempotency-Key.");
		}
		HttpStatus status = status(failure);
		return switch (status) {
			case NOT_FOUND -> this.problems.write(exchange, status, "not-found", "There is nothing here",
					"There is nothing at " + exchange.getRequest().getPath() + ".");
			case METHOD_NOT_ALLOWED -> this.problems.write(exchange, status, "method-not-allowed",
					"The method is not allowed", exchange.getRequest().getMethod() + " is not allowed here.");
			case GATEWAY_TIMEOUT -> this.problems.write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
					"Not available for now", "The service behind this address did not answer in time.");
			case INTERNAL_SERVER_ERROR -> {
				logger.error("Unexpected failure at {}", exchange.getRequest().getPath(), failure);
				yield this.problems.write(exchange, status, "internal", "Something went wrong here",
						"The request could not be carried out; it was noted in the log.");
			}
			default ->
				this.problems.write(exchange, status, status.is4xxClientError() ? "invalid-request" : "unavailable",
						status.getReasonPhrase(), "The request could not be carried out.");
		};
	}

	/** Such a failure says itself what its problem is. */
	private static boolean hasType(ProblemDetail problem) {
		return problem.getType() != null && problem.getType().getPath() != null;
	}

	private static HttpStatus status(Throwable failure) {
		if (failure instanceof ErrorResponse response) {
			HttpStatus known = HttpStatus.resolve(response.getStatusCode().value());
			return (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
		}
		return HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
