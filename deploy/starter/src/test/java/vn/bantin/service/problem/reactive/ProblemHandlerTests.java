package vn.bantin.service.problem.reactive;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemHandlerTests {

	private final ProblemHandler handler = new ProblemHandler(new ProblemWriter(JsonMapper.builder().build()));

	@Test
	void namesWhatIsMissing() {
		assertThat(answer(new ResponseStatusException(HttpStatus.NOT_FOUND))).contains("\"/problems/not-found\"",
				"There is nothing at /x.", "\"instance\":\"/x\"");
	}

	@Test
	void namesMethodThatIsNotAllowed() {
		assertThat(answer(new MethodNotAllowedException(HttpMethod.GET, java.util.Set.of())))
			.contains("\"/problems/method-not-allowed\"", "GET is not allowed here.");
	}

	@Test
	void tellsNothingOfAFaultOfOurs() {
		assertThat(answer(new IllegalStateException("secret"))).contains("\"/problems/internal\"")
			.doesNotContain("secret");
	}

	@Test
	void tellsWhenToTryAgain() {
		MockServerWebExchange exchange = exchange();
		this.handler.handle(exchange, new ResponseStatusException(HttpStatus.GATEWAY_TIMEOUT)).block();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("2");
		assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
	}

	private String answer(Throwable failure) {
		MockServerWebExchange exchange = exchange();
		this.handler.handle(exchange, failure).block();
		return java.util.Objects.requireNonNull(exchange.getResponse().getBodyAsString().block());
	}

	private static MockServerWebExchange exchange() {
		return MockServerWebExchange.from(MockServerHttpRequest.get("/x"));
	}

}
