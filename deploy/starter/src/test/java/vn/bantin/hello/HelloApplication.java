package vn.bantin.hello;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

// tag::hello[]
@SpringBootApplication
@RestController
public class HelloApplication {

	private final Set<String> names = new ConcurrentSkipListSet<>();

	public static void main(String[] args) {
		SpringApplication.run(HelloApplication.class, args);
	}

	@Bean
	Customizer<AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> rules() {
		return (requests) -> requests.requestMatchers("/api/hello").hasRole("reader");
	}

	@Bean
	Consumer<byte[]> greet(JsonMapper json) {
		return (event) -> this.names.add(json.readTree(event).required("name").asString());
	}

	@GetMapping("/api/hello")
	Set<String> hello(@RequestParam(defaultValue = "9") @Min(1) @Max(9) int most) {
		return Set.copyOf(this.names.stream().limit(most).toList());
	}

}
// end::hello[]
