package vn.bantin.rating.ratable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.support.MessageBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** The function in the bindings of the service's own settings. */
class ArticleEventsConsumerStreamTests {

	private static final Path EXAMPLES = Path.of(System.getProperty("bantin.root", ".."),
			"article-service/contracts/examples");

	@Test
	void storesABatchOfTheProducersExamples() throws IOException {
		byte[] published = example("article.published.v1.full.json");
		byte[] retracted = example("article.retracted.v1.full.json");
		try (ConfigurableApplicationContext service = start()) {
			send(service, List.of(published, retracted));
			verify(service.getBean(RatableArticles.class))
				.store(List.of(ArticleEventsConsumer.read(published, JsonMapper.shared()),
						ArticleEventsConsumer.read(retracted, JsonMapper.shared())));
		}
	}

	@Test
	void storesWhatCameBeforeAnEventThatCannotBeRead() throws IOException {
		byte[] published = example("article.published.v1.full.json");
		try (ConfigurableApplicationContext service = start()) {
			send(service, List.of(published, new byte[] { '{' }, published));
			verify(service.getBean(RatableArticles.class)).store(argThat((stored) -> stored.size() == 1));
		}
	}

	private static ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Service.class).web(WebApplicationType.NONE)
			.run("--spring.autoconfigure.exclude=" + KafkaAutoConfiguration.class.getName() + ","
					+ MongoAutoConfiguration.class.getName(), "--spring.cloud.function.definition=openForRating",
					"--bantin.outbox.collection=false");
	}

	private static void send(ConfigurableApplicationContext service, List<byte[]> events) {
		List<Integer> partitions = events.stream().map((event) -> 3).toList();
		List<Long> offsets = events.stream().map((event) -> 100L).toList();
		service.getBean(InputDestination.class)
			.send(MessageBuilder.withPayload(events)
				.setHeader(KafkaHeaders.RECEIVED_PARTITION, partitions)
				.setHeader(KafkaHeaders.OFFSET, offsets)
				.build(), "articles");
	}

	private static byte[] example(String name) throws IOException {
		JsonNode event = JsonMapper.shared().readTree(Files.readString(EXAMPLES.resolve(name)));
		return JsonMapper.shared().writeValueAsBytes(event.path("value"));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableTestBinder
	@Import(ArticleEventsConsumer.class)
	static class Service {

		@Bean
		RatableArticles articles() {
			return mock();
		}

	}

}
