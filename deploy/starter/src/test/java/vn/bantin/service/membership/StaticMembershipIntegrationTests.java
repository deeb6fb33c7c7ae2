package vn.bantin.service.membership;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class StaticMembershipIntegrationTests {

	/** Far less than the session of a member, and far more than it takes to join. */
	private static final Duration AT_ONCE = Duration.ofSeconds(15);

	private static final int PARTITIONS = 2;

	private static final int SESSION_MS = 45000;

	private final String topic = "topic-" + UUID.randomUUID();

	private final String group = "group-" + UUID.randomUUID();

	@BeforeEach
	void createTopic() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			admin.createTopics(List.of(new NewTopic(this.topic, PARTITIONS, (short) 1))).all().get();
		}
	}

	@Test
	void leavesItsPartitionsToTheOthersWhenItCloses() {
		Consumer<byte[], byte[]> first = member("first");
		awaitPartitions(first);
		first.close();
		try (Consumer<byte[], byte[]> second = member("second")) {
			awaitPartitions(second);
		}
	}

	@Test
	void hasItsPartitionsBackAtOnceAfterAKill() {
		Consumer<byte[], byte[]> killed = member("first");
		awaitPartitions(killed);
		// Nobody asks it for anything any more: its session would last for 45 s.
		try (Consumer<byte[], byte[]> again = member("first")) {
			awaitPartitions(again);
		}
		finally {
			killed.close();
		}
	}

	private Consumer<byte[], byte[]> member(String instance) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, LocalServers.kafkaBrokers());
		settings.put(ConsumerConfig.GROUP_ID_CONFIG, this.group);
		settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
		settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
		DefaultKafkaConsumerFactory<byte[], byte[]> consumers = new DefaultKafkaConsumerFactory<>(settings,
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
		new StaticMembershipAutoConfiguration().consumersThatLeave().configure(consumers);
		Consumer<byte[], byte[]> member = consumers.createConsumer();
		member.subscribe(List.of(this.topic));
		return member;
	}

	private static void awaitPartitions(Consumer<byte[], byte[]> member) {
		await().atMost(AT_ONCE).untilAsserted(() -> {
			member.poll(Duration.ofMillis(100));
			assertThat(member.assignment()).hasSize(PARTITIONS);
		});
	}

}
