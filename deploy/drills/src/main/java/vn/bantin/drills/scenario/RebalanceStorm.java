package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import vn.bantin.drills.newspaper.Pause;

/** Members come and go, one of them too slowly; in the end no partition may be stuck. */
final class RebalanceStorm implements Scenario {

	private static final int MEMBERS = 6;

	/** The groups that share the work, with the topic of each. */
	private static final Map<String, String> GROUPS = Map.of("rating-service.ratable", "articles",
			"rating-service.reading", "tallies");

	private volatile boolean over;

	@Override
	public String id() {
		return "F21";
	}

	@Override
	public String breaks() {
		return "members join and leave rating-service's consumer groups every two seconds, and one instance is killed";
	}

	@Override
	public String seen() {
		return "A reader's vote is accepted and counted some seconds late; an editor notices nothing; the data team sees "
				+ "every vote once.";
	}

	@Override
	public Setup setup() {
		return Setup.TWO_OF_EACH;
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0.01, 0.03, Duration.ofSeconds(15), Duration.ofSeconds(45));
	}

	@Override
	public void happen(Stage stage) {
		this.over = false;
		stage.await(0.1);
		try (ExecutorService members = Executors
			.newThreadPerTaskExecutor(Thread.ofPlatform().name("member-", 0).factory())) {
			for (int i = 0; i < MEMBERS; i++) {
				boolean slow = i == 0;
				Random random = new Random(stage.random().nextLong());
				GROUPS.forEach((group, topic) -> members
					.execute(() -> joinAndLeave(stage.platform().kafkaBrokers(), group, topic, slow, random)));
			}
			try {
				stage.await(0.25);
				stage.platform().kill("rating-service-2");
				stage.start("rating-service-2");
				stage.await(0.6);
			}
			finally {
				this.over = true;
			}
		}
		stage.mend();
	}

	private void joinAndLeave(String brokers, String group, String topic, boolean slow, Random random) {
		while (!this.over) {
			try (KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
					Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers, ConsumerConfig.GROUP_ID_CONFIG, group,
							ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
							10000, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, slow ? 2000 : 300000),
					new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
				member.subscribe(List.of(topic));
				long end = System.nanoTime() + Duration.ofMillis(1000 + random.nextInt(2000)).toNanos();
				while (System.nanoTime() < end && !this.over) {
					// Nothing that it polls is committed.
					member.poll(Duration.ofMillis(100));
				}
				if (slow && !this.over) {
					Pause.of(Duration.ofSeconds(4));
				}
			}
			catch (KafkaException ex) {
				// A member that was expelled joins again.
			}
		}
	}

}
