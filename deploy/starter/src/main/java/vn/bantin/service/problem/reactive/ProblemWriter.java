package vn.bantin.service.problem.reactive;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details where no controller is at work. */
public final class ProblemWriter {

	private static final String RETRY_AFTER_SECONDS = "2";

	private final JsonMapper json;

	ProblemWriter(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Whether the caller prefers a page to a problem detail.
	 * @param exchange the request
	 * @return true when the accepted types name HTML
	 */
	public static boolean isPagePreferred(ServerWebExchange exchange) {
		return exchange.getRequest()
			.getHeaders()
			.getAccept()
			.stream()
			.anyMatch((accepted) -> !accepted.isWildcardType() && accepted.isCompatibleWith(MediaType.TEXT_HTML));
	}

	/**
	 * Answers a request with a problem detail.
	 * @param exchange the request
	 * @param problem the problem detail; with 503 the caller is asked to try again
	 * @return completes when it was written
	 */
	public Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
		problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
		ServerHttpResponse response = exchange.getResponse();
		response.setRawStatusCode(problem.getStatus());
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		byte[] body = this.json.writeValueAsBytes(problem);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
