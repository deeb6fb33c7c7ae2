package vn.bantin.rating.tally;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TallyStreamIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private final ApplicationContextRunner service = new ApplicationContextRunner()
		.withInitializer(new ConfigDataApplicationContextInitializer())
		.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class))
		.withUserConfiguration(TallyConfiguration.class)
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("INSTANCE_ID=rating-service", "KAFKA_BROKERS=" + LocalServers.kafkaBrokers());

	@Test
	void beginsAgainWhenItsFolderCannotBeWrittenAtFirst(@TempDir Path folder) throws Exception {
		createTopics();
		Path state = Files.createFile(folder.resolve("tally"));
		AtomicReference<TallyStream> started = new AtomicReference<>();
		this.service.withPropertyValues("DATA_DIR=" + folder).run((context) -> {
			TallyStream stream = context.getBean(TallyStream.class);
			started.set(stream);
			await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !stream.streaming());
			Files.delete(state);
			await().atMost(PATIENCE).until(stream::streaming);
		});
		assertThat(started.get().streaming()).isFalse();
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
