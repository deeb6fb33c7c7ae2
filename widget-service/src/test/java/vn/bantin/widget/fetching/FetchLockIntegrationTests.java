package vn.bantin.widget.fetching;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.mongo.MongoLockProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** With ShedLock's own provider, on the database that the newspaper runs on. */
class FetchLockIntegrationTests {

	private static final Clock NOW = Clock.systemUTC();

	private static final Clock EXPIRED = Clock.offset(NOW, Duration.ofSeconds(-31));

	private MongoClient client;

	private LockProvider locks;

	@BeforeEach
	void open() {
		this.client = MongoClients.create(LocalServers.mongodbUri());
		this.locks = new MongoLockProvider(
				this.client.getDatabase("locks-" + UUID.randomUUID()).getCollection("locks"));
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	@Test
	void isHeldByOneInstanceAtATime() {
		FetchLock first = new FetchLock(this.locks, NOW);
		FetchLock second = new FetchLock(this.locks, NOW);
		assertThat(first.acquire()).isTrue();
		assertThat(second.acquire()).isFalse();
		assertThat(first.acquire()).isTrue();
		assertThat(second.acquire()).isFalse();
	}

	@Test
	void passesOnAtOnceWhenReleased() {
		FetchLock first = new FetchLock(this.locks, NOW);
		FetchLock second = new FetchLock(this.locks, NOW);
		first.acquire();
		first.acquire();
		first.release();
		assertThat(second.acquire()).isTrue();
		assertThat(first.acquire()).isFalse();
	}

	@Test
	void passesOnWithinHalfAMinuteWhenItsHolderDied() {
		assertThat(new FetchLock(this.locks, EXPIRED).acquire()).isTrue();
		assertThat(new FetchLock(this.locks, NOW).acquire()).isTrue();
	}

	@Test
	void isNotExtendedOrReleasedByAHolderThatItExpiredOn() {
		Clock clock = mock();
		when(clock.instant()).thenReturn(EXPIRED.instant());
		FetchLock stalled = new FetchLock(this.locks, clock);
		assertThat(stalled.acquire()).isTrue();
		FetchLock next = new FetchLock(this.locks, NOW);
		assertThat(next.acquire()).isTrue();

		when(clock.instant()).thenAnswer((call) -> NOW.instant());
		stalled.release();
		assertThat(stalled.acquire()).isFalse();
		assertThat(next.acquire()).isTrue();
	}

}
