package vn.bantin.rating.tally;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaOperations;
import vn.bantin.local.harness.FreePorts;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.service.ServiceAutoConfiguration;
import vn.bantin.service.topic.TopicAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TallyStreamIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ ServiceAutoConfiguration.class, TopicAutoConfiguration.class,
			KafkaAutoConfiguration.class })
	@Import(TallyConfiguration.class)
	static class Tally {

		@Bean
		MeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		NewTopic votesTopic() {
			return new NewTopic(TallyTopology.VOTES, 12, (short) 1);
		}

	}

	/** With the service's own settings. */
	private static ConfigurableApplicationContext start(Path folder, String brokers) {
		return new SpringApplicationBuilder(Tally.class).web(WebApplicationType.NONE)
			.run("--INSTANCE_ID=rating-service", "--DATA_DIR=" + folder, "--KAFKA_BROKERS=" + brokers);
	}

	@Test
	void beginsAgainWhenItsFolderCannotBeWrittenAtFirst(@TempDir Path folder) throws Exception {
		createTopics();
		Path state = Files.createFile(folder.resolve("tally"));
		TallyStream stream;
		try (ConfigurableApplicationContext context = start(folder, LocalServers.kafkaBrokers())) {
			stream = context.getBean(TallyStream.class);
			await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !stream.streaming());
			Files.delete(state);
			await().atMost(PATIENCE).until(stream::streaming);
		}
		assertThat(stream.streaming()).isFalse();
	}

	@Test
	void startsWithoutKafkaAndCountsOnceKafkaIsThere(@TempDir Path folder) throws Exception {
		int port = FreePorts.next();
		String brokers = "127.0.0.1:" + port;
		try (ConfigurableApplicationContext context = start(folder, brokers)) {
			TallyStream stream = context.getBean(TallyStream.class);
			assertThat(stream.streaming()).isFalse();
			try (JavaProcess kafka = LocalServers.startBroker(folder.resolve("kafka"), port, FreePorts.next(),
					folder.resolve("kafka.txt"))) {
				await().atMost(PATIENCE).until(stream::streaming);
				send(context.getBean(KafkaOperations.class), "a1b2c3d4e5/r1", """
						{"vote": {"article": "a1b2c3d4e5", "stars": 5, "version": 1, "at": "2026-11-29T08:00:00Z"}}""");
				await().atMost(PATIENCE).until(() -> events(brokers, TallyTopology.TALLIES) > 0);
				assertThat(kafka.isAlive()).isTrue();
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static void send(KafkaOperations<?, ?> kafka, String key, String vote) throws Exception {
		((KafkaOperations<byte[], byte[]>) kafka)
			.send(TallyTopology.VOTES, key.getBytes(StandardCharsets.UTF_8), vote.getBytes(StandardCharsets.UTF_8))
			.get();
	}

	private static long events(String brokers, String topic) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
			Map<TopicPartition, OffsetSpec> ends = IntStream.range(0, 12)
				.boxed()
				.collect(Collectors.toMap((it) -> new TopicPartition(topic, it), (it) -> OffsetSpec.latest()));
			return admin.listOffsets(ends).all().get().values().stream().mapToLong((end) -> end.offset()).sum();
		}
	}

	/** Its owners are not here. */
	private static void createTopics() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			Set<String> missing = new HashSet<>(Set.of(TallyTopology.VOTES, TallyTopology.TALLIES, TallyTopology.DEAD));
			missing.removeAll(admin.listTopics().names().get());
			admin.createTopics(missing.stream().map((topic) -> new NewTopic(topic, 12, (short) 1)).toList())
				.all()
				.get();
		}
	}

}
