package vn.bantin.gateway.routing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import vn.bantin.service.problem.reactive.ProblemWriter;
import vn.bantin.service.problem.reactive.ReactiveProblemAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/** How pictures are read before anybody behind the gateway hears of them. */
class PictureUploadTests {

	private final PictureUpload pictures = new PictureUpload(problems());

	private final List<String> passedOn = new ArrayList<>();

	private static ProblemWriter problems() {
		List<ProblemWriter> found = new ArrayList<>();
		new ReactiveWebApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(JacksonAutoConfiguration.class, ReactiveProblemAutoConfiguration.class))
			.run((context) -> found.add(context.getBean(ProblemWriter.class)));
		return found.getFirst();
	}

	@Test
	void passesTheWholePictureOnAsOftenAsItIsTried() {
		MockServerWebExchange exchange = upload(Flux.just(bytes("abc"), bytes("def")));
		this.pictures.read(exchange, (whole) -> note(whole).then(note(whole))).block();
		assertThat(this.passedOn).containsExactly("abcdef", "abcdef");
	}

	@Test
	void passesARequestWithoutABodyOn() {
		MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/newsroom/media"));
		this.pictures.read(exchange, this::note).block();
		assertThat(this.passedOn).containsExactly("");
	}

	@Test
	void refusesTheNinthAtOnceAndTakesAnotherWhenOneIsThrough() {
		List<Disposable> reading = new ArrayList<>();
		for (int i = 0; i < 8; i++) {
			reading.add(this.pictures.read(upload(Flux.never()), this::note).subscribe());
		}
		MockServerWebExchange ninth = upload(Flux.just(bytes("abc")));
		this.pictures.read(ninth, this::note).block();
		assertThat(ninth.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(ninth.getResponse().getHeaders().getFirst("Retry-After")).isNotNull();
		assertThat(this.passedOn).isEmpty();

		reading.getFirst().dispose();
		this.pictures.read(upload(Flux.just(bytes("abc"))), this::note).block();
		assertThat(this.passedOn).containsExactly("abc");
	}

	@Test
	void givesUpAClientThatIsTooSlow() {
		MockServerWebExchange exchange = upload(Flux.just(bytes("abc")).concatWith(Mono.never()));
		StepVerifier.withVirtualTime(() -> this.pictures.read(exchange, this::note))
			.thenAwait(Duration.ofSeconds(110))
			.verifyComplete();
		assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.REQUEST_TIMEOUT);
		assertThat(exchange.getResponse().getHeaders().getFirst("Connection")).isEqualTo("close");
		assertThat(this.passedOn).isEmpty();
	}

	@Test
	void doesNotBlameTheClientForAServiceThatIsTooSlow() {
		MockServerWebExchange exchange = upload(Flux.just(bytes("abc")));
		StepVerifier.create(this.pictures.read(exchange, (whole) -> Mono.error(new TimeoutException())))
			.verifyError(TimeoutException.class);
	}

	private static MockServerWebExchange upload(Flux<DataBuffer> body) {
		return MockServerWebExchange
			.from(MockServerHttpRequest.post("/api/newsroom/media").contentLength(1_000).body(body));
	}

	private Mono<Void> note(ServerWebExchange exchange) {
		return DataBufferUtils.join(exchange.getRequest().getBody())
			.map((body) -> body.toString(StandardCharsets.UTF_8))
			.defaultIfEmpty("")
			.doOnNext(this.passedOn::add)
			.then();
	}

	private static DataBuffer bytes(String text) {
		return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
	}

}
