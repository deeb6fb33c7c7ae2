package vn.bantin.gateway.problem;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details where no controller is at work. */
@Component
public class Problems {

	private final JsonMapper json;

	Problems(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Whether who asks would rather have a page than a problem detail.
	 * @param exchange the request
	 * @return true when HTML is named among what is accepted
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
	 * @param status the HTTP status; with 503 the caller is asked to come again
	 * @param code the last part of the type
	 * @param title what kind of problem
	 * @param detail what happened here
	 * @return completes when it was written
	 */
	public Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String code, String title, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + code));
		problem.setTitle(title);
		problem.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			response.getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
		}
		byte[] body = this.json.writeValueAsBytes(problem);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
