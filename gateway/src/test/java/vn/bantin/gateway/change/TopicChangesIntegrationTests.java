package vn.bantin.gateway.change;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.bantin.local.harness.FreePorts;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.service.ServiceAutoConfiguration;
import vn.bantin.service.deadletter.DeadLetterAutoConfiguration;
import vn.bantin.service.projection.ProjectionAutoConfiguration;
import vn.bantin.service.topic.TopicAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The topics on a real broker, which stops answering. */
class TopicChangesIntegrationTests {

	private static final Duration AT_MOST = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	private String address;

	private JavaProcess broker;

	private final List<Change> heard = new CopyOnWriteArrayList<>();

	@BeforeEach
	void startBroker() throws Exception {
		int port = FreePorts.next();
		this.address = "127.0.0.1:" + port;
		this.broker = LocalServers.startBroker(this.folder.resolve("data"), port, FreePorts.next(),
				this.folder.resolve("log.txt"));
		this.broker.awaitPort(port, AT_MOST);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.address))) {
			admin
				.createTopics(Stream.of("articles", "tallies", "forecasts", "exchange-rates")
					.map((topic) -> new NewTopic(topic, 1, (short) 1))
					.toList())
				.all()
				.get();
		}
	}

	@AfterEach
	void stopBroker() {
		this.broker.resume();
		this.broker.kill();
	}

	@Test
	void knowsWhatTheTopicsSayAndWhetherItIsAll() throws Exception {
		send(TopicEvents.article("published.v1.full"), TopicEvents.tally("full"));
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ServiceAutoConfiguration.class, TopicAutoConfiguration.class,
					MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, KafkaAutoConfiguration.class,
					DeadLetterAutoConfiguration.class, ProjectionAutoConfiguration.class))
			.withUserConfiguration(ChangeConfiguration.class, TopicChanges.class, EndOffsets.class)
			.withPropertyValues("spring.application.name=gateway", "bantin.instance=test-1",
					"spring.kafka.bootstrap-servers=" + this.address)
			.run((context) -> {
				Changes changes = context.getBean(Changes.class);
				changes.listen(this.heard::add);
				await().atMost(AT_MOST).until(changes::isCurrent);
				assertThat(changes.article("7w118k73yv")).isPresent();
				// One event and the marker of its transaction.
				assertThat(changes.seen()).contains("articles-0:1,tallies-0:1");
				goesSilent(changes, context.getBean(MeterRegistry.class));
			});
	}

	private void goesSilent(Changes changes, MeterRegistry meters) throws Exception {
		this.broker.pause();
		await().atMost(AT_MOST).until(() -> !changes.isCurrent());
		assertThat(meters.get("bantin.gateway.topics.current").gauge().value()).isZero();
		assertThat(meters.get("bantin.gateway.topics.silence").gauge().value()).isGreaterThan(1);
		this.broker.resume();
		send(TopicEvents.article("corrected.v1.full"));
		await().atMost(AT_MOST).until(changes::isCurrent);
		await().atMost(AT_MOST)
			.untilAsserted(() -> assertThat(changes.article("7w118k73yv").orElseThrow().revision()).isEqualTo(5));
		assertThat(this.heard.getLast()).isEqualTo(changes.article("7w118k73yv").orElseThrow());
		await().atMost(AT_MOST)
			.untilAsserted(() -> assertThat(meters.get("bantin.gateway.topics.lag").gauge().value()).isZero());
	}

	@SafeVarargs
	private void send(ProducerRecord<byte[], byte[]>... events) {
		Map<String, Object> settings = Map.of("bootstrap.servers", this.address, "transactional.id", "test");
		try (Producer<byte[], byte[]> producer = new KafkaProducer<>(settings, new ByteArraySerializer(),
				new ByteArraySerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			Stream.of(events).forEach(producer::send);
			producer.commitTransaction();
		}
	}

}
