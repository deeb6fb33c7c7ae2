package vn.bantin.gateway.problem;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details outside of controllers. */
@Component
public class Problems {

	private final JsonMapper json;

	Problems(JsonMapper json) {
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
	 * @param status the HTTP status; with 503 the answer has a {@code Retry-After}
	 * @param code the last part of the type
	 * @param title what kind of problem
	 * @param detail what happened to this request
	 * @return completes when the answer is written
	 */
	public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + code));
		problem.setTitle(title);
		return write(exchange, problem);
	}

	Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
		HttpStatusCode status = HttpStatusCode.valueOf(problem.getStatus());
		problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
		}
		byte[] body = this.json.writeValueAsBytes(problem);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
