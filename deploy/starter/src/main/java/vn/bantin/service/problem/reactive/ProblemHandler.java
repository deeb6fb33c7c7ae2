package vn.bantin.service.problem.reactive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import vn.bantin.service.problem.Problems;

/**
 * The table from exception to problem detail for what every service may meet. A service's
 * own exceptions are mapped by a handler of its own, which comes first.
 */
class ProblemHandler implements WebExceptionHandler, Ordered {

	/** Before Boot's own handler, which comes at -1. */
	private static final int ORDER = -2;

	private static final Logger logger = LoggerFactory.getLogger(ProblemHandler.class);

	private final ProblemWriter problems;

	ProblemHandler(ProblemWriter problems) {
		this.problems = problems;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(failure);
		}
		return this.problems.write(exchange, problem(exchange, failure));
	}

	private static ProblemDetail problem(ServerWebExchange exchange, Throwable failure) {
		if (failure instanceof ErrorResponse response && hasType(response.getBody())) {
			return response.getBody();
		}
		HttpStatus status = status(failure);
		return switch (status) {
			case NOT_FOUND -> Problems.of(status, "not-found", "There is nothing here",
					"There is nothing at " + exchange.getRequest().getPath() + ".");
			case METHOD_NOT_ALLOWED -> Problems.of(status, "method-not-allowed", "The method is not allowed",
					exchange.getRequest().getMethod() + " is not allowed here.");
			case GATEWAY_TIMEOUT -> Problems.unavailable("The service behind this address did not answer in time.");
			case INTERNAL_SERVER_ERROR -> {
				logger.error("Unexpected failure at {}", exchange.getRequest().getPath(), failure);
				yield Problems.internal();
			}
			default -> Problems.of(status, status.is4xxClientError() ? "invalid-request" : "unavailable",
					status.getReasonPhrase(), "The request could not be carried out.");
		};
	}

	/** Such a failure says itself what its problem is. */
	private static boolean hasType(ProblemDetail problem) {
		return problem.getType() != null && problem.getType().getPath() != null;
	}

	private static HttpStatus status(Throwable failure) {
		HttpStatus status = (failure instanceof ErrorResponse response)
				? HttpStatus.resolve(response.getStatusCode().value()) : null;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	@Override
	public int getOrder() {
		return ORDER;
	}

}
