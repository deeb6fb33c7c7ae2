package vn.bantin.widget.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.stream.binder.test.InputDestination;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.cloud.stream.binder.test.EnableTestBinder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.messaging.support.GenericMessage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.exchangerates.Board;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

/** The function in the bindings of the service's own settings. */
class BoardEventsConsumerStreamTests {

	private static final Path EXAMPLE = Path.of(System.getProperty("bantin.root", ".."), "widget-service", "contracts",
			"examples", "exchange-rates.observed.v1.full.json");

	@Test
	void keepsTheBoardOfTheContract() throws IOException {
		JsonNode data = JsonMapper.shared().readTree(Files.readString(EXAMPLE)).path("value");
		try (ConfigurableApplicationContext service = start()) {
			send(service, JsonMapper.shared().writeValueAsBytes(data));
			verify(service.getBean(BoardHistory.class))
				.keep(JsonMapper.shared().treeToValue(data.path("board"), Board.class));
		}
	}

	@Test
	void keepsNothingOfWhatIsNoBoard() {
		try (ConfigurableApplicationContext service = start()) {
			send(service, "{\"board\": {}}".getBytes(StandardCharsets.UTF_8));
			verify(service.getBean(BoardHistory.class), never()).keep(any());
		}
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE)
			.run("--spring.autoconfigure.exclude=" + KafkaAutoConfiguration.class.getName() + ","
					+ MongoAutoConfiguration.class.getName());
	}

	private static void send(ConfigurableApplicationContext service, byte[] data) {
		service.getBean(InputDestination.class).send(new GenericMessage<>(data), "exchange-rates");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableTestBinder
	@Import(BoardEventsConsumer.class)
	static class Service {

		@Bean
		BoardHistory history() {
			return mock();
		}

	}

}
