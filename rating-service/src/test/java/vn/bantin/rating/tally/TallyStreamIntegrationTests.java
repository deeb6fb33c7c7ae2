package vn.bantin.rating.tally;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TallyStreamIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Test
	void beginsAgainWhenItsFolderCannotBeWrittenAtFirst(@TempDir Path folder) throws Exception {
		createTopics();
		Path state = Files.createFile(folder.resolve("tally"));
		TallyStream stream = new TallyStream(LocalServers.kafkaBrokers(), "rating-service", state, 1);
		stream.start();
		try {
			await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !stream.streaming());
			Files.delete(state);
			await().atMost(PATIENCE).until(stream::streaming);
		}
		finally {
			stream.stop();
		}
		assertThat(stream.streaming()).isFalse();
	}

	/** Its owners are not here. */
	private static void createTopics() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			Set<String> missing = new HashSet<>(Set.of(TallyTopology.VOTES, TallyTopology.TALLIES, TallyStream.DEAD));
			missing.removeAll(admin.listTopics().names().get());
			admin.createTopics(missing.stream().map((topic) -> new NewTopic(topic, 12, (short) 1)).toList())
				.all()
				.get();
		}
	}

}
