package vn.bantin.rating.casting;

import java.time.Instant;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;

class MongoVotesIntegrationTests {

	private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

	private MongoClient client;

	private MongoDatabase database;

	private MongoVotes votes;

	@BeforeEach
	void open() {
		this.client = MongoClients.create(LocalServers.mongodbUri());
		this.database = this.client.getDatabase("votes-" + UUID.randomUUID());
		this.votes = new MongoVotes(this.database);
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void storesEachVersionOnce() {
		Vote first = cast(5, NOW);
		Vote second = first.change(3, 1, NOW, NOW);
		assertThat(store(null, first)).isTrue();
		assertThat(store(null, first)).isFalse();
		assertThat(store(first, second)).isTrue();
		assertThat(store(first, second)).isFalse();
		assertThat(this.votes.find("a", "r")).contains(second);
	}

	@Test
	void storesNoWordThatWasReceivedBeforeTheNewestOne() {
		Vote read = cast(5, NOW);
		store(null, read);
		Vote late = read.change(1, 1, NOW.plusSeconds(1), NOW);
		assertThat(this.votes.note(read.change(5, 1, NOW.plusSeconds(2), NOW))).isTrue();
		assertThat(store(read, late)).isFalse();
		assertThat(this.votes.find("a", "r").orElseThrow().asked()).isEqualTo(NOW.plusSeconds(2));
	}

	@Test
	void notesNothingOnVersionThatIsPassed() {
		Vote first = cast(5, NOW);
		store(null, first);
		store(first, first.change(3, 1, NOW, NOW));
		assertThat(this.votes.note(first.change(5, 1, NOW, NOW))).isFalse();
	}

	@Test
	void changesVoteOfTheReleaseBefore() {
		Vote old = cast(5, NOW);
		store(null, old);
		this.database.getCollection("votes").updateOne(Filters.eq("a/r"), Updates.unset("asked"));
		Vote found = this.votes.find("a", "r").orElseThrow();
		Vote changed = found.change(2, 1, NOW.plusSeconds(1), NOW);
		assertThat(store(found, changed)).isTrue();
		assertThat(this.votes.find("a", "r").orElseThrow().asked()).isEqualTo(NOW.plusSeconds(1));
	}

	private static Vote cast(int stars, Instant asked) {
		return Vote.cast("a", "r", stars, 1, asked, NOW);
	}

	private boolean store(@Nullable Vote before, Vote after) {
		return this.votes.store(after, Announcer.announce(before, after));
	}

}
