package vn.bantin.rating.reading;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;

class StoredTalliesIntegrationTests {

	private MongoClient client;

	private StoredTallies tallies;

	@BeforeEach
	void open() {
		this.client = MongoClients.create(LocalServers.mongodbUri());
		this.tallies = new StoredTallies(this.client.getDatabase("tallies-" + UUID.randomUUID()));
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void keepsTheNewestOfABatch() {
		this.tallies.store(List.of(event("a", 2, 7), event("a", 3, 8), event("b", 1, 9), event("a", 1, 10)));
		assertThat(version("a")).isEqualTo(3);
		assertThat(version("b")).isEqualTo(1);
	}

	@Test
	void passesByWhatIsOlderAndKeepsTheRestOfTheBatch() {
		this.tallies.store(List.of(event("a", 5, 1), event("c", 5, 2)));
		this.tallies.store(List.of(event("a", 4, 3), event("b", 1, 4), event("c", 3, 5), event("d", 1, 6)));
		assertThat(List.of(version("a"), version("b"), version("c"), version("d"))).containsExactly(5L, 1L, 5L, 1L);
	}

	@Test
	void remembersTheLaterPlaceOfARepeat() {
		this.tallies.store(List.of(event("a", 5, 1)));
		this.tallies.store(List.of(event("a", 5, 9), event("a", 5, 8)));
		assertThat(this.tallies.find("a")).contains(event("a", 5, 9));
	}

	private long version(String article) {
		return this.tallies.find(article).orElseThrow().tally().version();
	}

	private static TallyEvent event(String article, long version, long offset) {
		return new TallyEvent(new ArticleTally(article, 5, 1, 5.0, Map.of("5", 1L), version), 0, offset);
	}

}
