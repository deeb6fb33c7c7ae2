package vn.bantin.service.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.service.RealTopic;
import vn.bantin.service.ServiceAutoConfiguration;
import vn.bantin.service.deadletter.DeadLetterAutoConfiguration;
import vn.bantin.service.topic.TopicAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whole topics on a real broker. */
class ProjectionReaderIntegrationTests {

	private static final Duration AT_MOST = Duration.ofSeconds(30);

	private final RealTopic topic;

	private final Lines lines;

	private final ApplicationContextRunner services;

	ProjectionReaderIntegrationTests() throws Exception {
		this.topic = RealTopic.create();
		this.lines = new Lines(this.topic.name());
		this.services = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ServiceAutoConfiguration.class, TopicAutoConfiguration.class,
					MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
					KafkaAutoConfiguration.class, DeadLetterAutoConfiguration.class, ProjectionAutoConfiguration.class))
			.withPropertyValues("spring.application.name=hello", "bantin.instance=test-1",
					"spring.kafka.bootstrap-servers=" + LocalServers.kafkaBrokers(),
					"spring.kafka.producer.key-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
					"spring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer")
			.withBean(Projection.class, () -> this.lines);
	}

	@Test
	void readsWhatWasThereAndWhatComes() throws Exception {
		this.topic.send("a", "b");
		this.services.run((context) -> {
			await().atMost(AT_MOST).until(() -> context.getBean(Positions.class).isCaughtUp());
			assertThat(this.lines.published).containsExactly("a", "b");
			this.topic.send("c");
			assertThat(context.getBean(Positions.class).awaitPassed(Map.of(partition(), 2L), AT_MOST)).isTrue();
			assertThat(this.lines.published).containsExactly("a", "b", "c");
		});
	}

	@Test
	void catchesUpWithAnEmptyTopic() {
		this.services
			.run((context) -> await().atMost(AT_MOST).until(() -> context.getBean(Positions.class).isCaughtUp()));
	}

	@Test
	void passesTheMarkersThatEndTransactions() throws Exception {
		this.topic.sendInTransactions("a", "b");
		Map<TopicPartition, Long> ends = this.topic.ends();
		assertThat(ends).isEqualTo(Map.of(partition(), 4L));
		this.services.run((context) -> {
			Positions positions = context.getBean(Positions.class);
			assertThat(positions.awaitPassed(Map.of(partition(), 3L), AT_MOST)).isTrue();
			assertThat(this.lines.published).containsExactly("a", "b");
			this.topic.sendInTransactions("c");
			assertThat(positions.awaitPassed(Map.of(partition(), 5L), AT_MOST)).isTrue();
			assertThat(this.lines.published).containsExactly("a", "b", "c");
			this.topic.abort("d");
			assertThat(positions.awaitPassed(Map.of(partition(), 7L), AT_MOST)).isTrue();
			assertThat(positions.countMissing(this.topic.ends())).isZero();
			assertThat(positions.known()).isEqualTo(this.topic.ends());
			assertThat(this.lines.published).containsExactly("a", "b", "c");
		});
	}

	@Test
	void waitsForATopicThatIsCreatedLater() {
		this.lines.topic = this.topic.name() + "-later";
		this.services.run((context) -> {
			assertThat(context.getBean(Positions.class).isCaughtUp()).isFalse();
			RealTopic created = new RealTopic(this.lines.topic);
			created.make();
			created.send("a");
			await().atMost(AT_MOST).untilAsserted(() -> assertThat(this.lines.published).containsExactly("a"));
		});
	}

	@Test
	void sendsWhatCannotBeAppliedToTheDeadLettersAndGoesOn() throws Exception {
		this.topic.send("a", "poison", "b", "poison");
		this.services.run((context) -> {
			await().atMost(AT_MOST).until(() -> context.getBean(Positions.class).isCaughtUp());
			assertThat(this.lines.published).containsExactly("a", "b");
			List<ConsumerRecord<byte[], byte[]>> dead = new RealTopic(this.topic.name() + ".hello.dead").read();
			assertThat(dead).hasSize(2).allSatisfy((letter) -> {
				assertThat(RealTopic.text(letter.value())).isEqualTo("poison");
				assertThat(RealTopic.text(letter.headers().lastHeader("kafka_dlt-original-topic").value()))
					.isEqualTo(this.topic.name());
				assertThat(RealTopic.text(letter.headers().lastHeader("kafka_dlt-exception-message").value()))
					.isNotEmpty();
			});
		});
	}

	@Test
	void goesOnWhereTheLastCheckpointStands() throws Exception {
		this.topic.send("a", "b", "c");
		this.lines.checkpoint = 2;
		this.services.run((context) -> await().atMost(AT_MOST)
			.untilAsserted(() -> assertThat(this.lines.published).containsExactly("c")));
	}

	@Test
	void readsAgainFromTheLastCheckpointWhenTheViewCouldNotBeWritten() throws Exception {
		this.topic.send("a", "full", "b");
		this.services.run((context) -> {
			await().atMost(AT_MOST)
				.untilAsserted(() -> assertThat(this.lines.published).containsExactly("a", "full", "b"));
			assertThat(this.lines.recovered).isTrue();
		});
	}

	@Test
	void makesNoGoodEventADeadLetterWhenACheckpointFails() throws Exception {
		this.topic.send("a", "b");
		this.lines.checkpointFails = true;
		this.services.run((context) -> {
			await().atMost(AT_MOST).until(() -> this.lines.recovered);
			await().atMost(AT_MOST).untilAsserted(() -> assertThat(this.lines.published).containsExactly("a", "b"));
			assertThat(new RealTopic(this.topic.name() + ".hello.dead").values()).isEmpty();
		});
	}

	@Test
	void rebuildsTheViewWhenTheTopicHasLostWhereItStands() throws Exception {
		this.topic.send("a", "b", "c");
		this.topic.deleteBefore(2);
		this.lines.checkpoint = 1;
		this.lines.published.add("of another topic");
		this.services.run((context) -> {
			await().atMost(AT_MOST).untilAsserted(() -> assertThat(this.lines.published).containsExactly("c"));
			await().atMost(AT_MOST).until(() -> context.getBean(Positions.class).isCaughtUp());
		});
	}

	private TopicPartition partition() {
		return new TopicPartition(this.topic.name(), 0);
	}

	/** A list of what was sent, which cannot be written once at "full". */
	private static final class Lines implements Projection {

		private final List<String> applied = new CopyOnWriteArrayList<>();

		private final List<String> published = new CopyOnWriteArrayList<>();

		private volatile String topic;

		private volatile long checkpoint;

		private volatile boolean checkpointFails;

		private volatile boolean recovered;

		private Lines(String topic) {
			this.topic = topic;
		}

		@Override
		public Set<String> topics() {
			return Set.of(this.topic);
		}

		@Override
		public void apply(ConsumerRecord<byte[], byte[]> event) {
			String line = RealTopic.text(event.value());
			if (line.equals("poison")) {
				throw new IllegalArgumentException("poison");
			}
			if (line.equals("full") && !this.recovered) {
				throw new ProjectionUnavailable(new IllegalStateException("The disk is full"));
			}
			this.applied.add(line);
		}

		@Override
		public void publish() {
			this.published.addAll(this.applied);
			this.applied.clear();
		}

		@Override
		public Map<TopicPartition, Long> positions() {
			return (this.checkpoint > 0) ? Map.of(new TopicPartition(this.topic, 0), this.checkpoint) : Map.of();
		}

		@Override
		public void checkpoint(Map<TopicPartition, Long> positions) {
			if (this.checkpointFails) {
				this.checkpointFails = false;
				throw new IllegalStateException("The disk is full");
			}
		}

		@Override
		public void recover() {
			this.recovered = true;
			this.applied.clear();
			this.published.clear();
		}

		@Override
		public void clear() {
			this.checkpoint = 0;
			this.published.clear();
		}

	}

}
