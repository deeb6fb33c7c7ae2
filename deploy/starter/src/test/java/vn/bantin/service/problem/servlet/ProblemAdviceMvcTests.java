package vn.bantin.service.problem.servlet;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.service.problem.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(ProblemAdviceMvcTests.Greetings.class)
class ProblemAdviceMvcTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void namesParameterOutOfRange() {
		MvcTestResult answer = this.mvc.get().uri("/greetings?times=10").exchange();
		refuses(answer, "times", "a whole number from 1 to 9");
		assertThat(answer).bodyJson().extractingPath("$.errors[0].value").isEqualTo("10");
	}

	@Test
	void namesParameterOfAnotherKind() {
		MvcTestResult answer = this.mvc.get().uri("/greetings?times=many").exchange();
		refuses(answer, "times", "a whole number from 1 to 9");
		assertThat(answer).bodyJson().extractingPath("$.errors[0].value").isEqualTo("many");
		for (String number : new String[] { "%2B5", "0x5", "", "5.0", "99999999999" }) {
			refuses(this.mvc.get().uri(java.net.URI.create("/greetings?times=" + number)).exchange(), "times",
					"a whole number from 1 to 9");
		}
	}

	@Test
	void namesParameterOfWrongLength() {
		refuses(this.mvc.get().uri("/greetings?name=").exchange(), "name", "1 to 20 characters");
	}

	@Test
	void refusesUnknownParameterAndNamesTheKnownOnes() {
		refuses(this.mvc.get().uri("/greetings?time=2").exchange(), "time", "no such parameter; known are name, times");
		refuses(this.mvc.get().uri("/greetings/1?x=1").exchange(), "x", "no parameters here");
	}

	@Test
	void refusesParameterGivenTwice() {
		refuses(this.mvc.get().uri("/greetings?times=2&times=3").exchange(), "times", "once at most");
	}

	@Test
	void namesFieldOfTheBody() {
		refuses(post("{\"stars\": 9}"), "stars", "a whole number from 1 to 5");
		refuses(post("{}"), "stars", "a whole number from 1 to 5");
		refuses(post("{\"stars\": \"4\"}"), "stars", "a whole number from 1 to 5");
		refuses(post("{\"stars\": 4.5}"), "stars", "a whole number from 1 to 5");
		refuses(post("{\"stars\": 4, \"txt\": 1}"), "txt", "no such field; known are stars, text");
		refuses(post("[]"), "", "a JSON object");
	}

	@Test
	void refusesWhatIsNoJson() {
		refuses(post("{"), "", "one JSON object in UTF-8");
	}

	@Test
	void refusesBodyOverTheLimitWhateverItsLengthHeaderSays() {
		MvcTestResult answer = post("{\"stars\": 1, \"text\": \"" + "x".repeat(512 * 1024) + "\"}");
		assertThat(answer).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/too-large");
	}

	@Test
	void answersOutageWithTimeToRetry() {
		for (String failure : new String[] { "busy", "database" }) {
			MvcTestResult answer = this.mvc.get().uri("/failures/" + failure).exchange();
			assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).hasHeader("Retry-After", "2");
			assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/unavailable");
		}
	}

	@Test
	void tellsNothingOfAFaultOfOurs() {
		MvcTestResult answer = this.mvc.get().uri("/failures/fault").exchange();
		assertThat(answer).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
		assertThat(answer).bodyText().doesNotContain("secret");
	}

	@Test
	void answersUnknownPathAndMethodWithProblems() {
		MvcTestResult missing = this.mvc.get().uri("/nothing").exchange();
		assertThat(missing).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(missing).bodyJson().extractingPath("$.type").isEqualTo("/problems/not-found");
		MvcTestResult method = this.mvc.delete().uri("/greetings").exchange();
		assertThat(method).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
		assertThat(method).bodyJson().extractingPath("$.type").isEqualTo("/problems/method-not-allowed");
	}

	private MvcTestResult post(String body) {
		return this.mvc.post().uri("/greetings").contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	private static void refuses(MvcTestResult answer, String field, String allowed) {
		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/invalid-request");
		assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].allowed").isEqualTo(allowed);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Greetings.class)
	static class Service {

		@Bean
		SecurityFilterChain open(HttpSecurity http) {
			return http.csrf((csrf) -> csrf.disable())
				.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
				.build();
		}

	}

	@RestController
	static class Greetings {

		@GetMapping("/greetings")
		String list(@RequestParam(defaultValue = "1") @Min(1) @Max(9) int times,
				@RequestParam(required = false) @Size(min = 1, max = 20,
						message = "{min} to {max} characters") @Nullable String name) {
			return "ok";
		}

		@GetMapping("/greetings/{id}")
		String one(@PathVariable String id) {
			return id;
		}

		@PostMapping("/greetings")
		String add(@RequestBody @Valid Greeting greeting) {
			return "ok";
		}

		@GetMapping("/failures/{kind}")
		String fail(@PathVariable String kind) {
			throw switch (kind) {
				case "busy" -> new Unavailable("Too much at once.");
				case "database" -> new MongoTimeoutException("away");
				case "invalid" -> new InvalidRequest("kind", kind, "another");
				default -> new IllegalStateException("secret");
			};
		}

	}

	record Greeting(@NotNull @Min(1) @Max(5) Integer stars, @Nullable String text) {
	}

}
