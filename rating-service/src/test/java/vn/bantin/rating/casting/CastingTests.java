package vn.bantin.rating.casting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.bantin.rating.ratable.RatableArticle;
import vn.bantin.service.cloudevent.CloudEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CastingTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final StoredVotes votes = new StoredVotes();

	private final List<String> announced = new ArrayList<>();

	private final Casting casting = new Casting(this.votes, CastingTests::article, this::note,
			Clock.fixed(NOW, ZoneOffset.UTC));

	private synchronized void note(String key) {
		this.announced.add(key);
	}

	private static Optional<RatableArticle> article(String id) {
		return switch (id) {
			case "open" -> Optional.of(new RatableArticle(id, 2, "Bài", "/bai", NOW, true));
			case "closed" -> Optional.of(new RatableArticle(id, 3, "Bài", "/bai", NOW, false));
			default -> Optional.empty();
		};
	}

	@Test
	void castsChangesAndWithdraws() {
		assertThat(this.casting.cast("open", "r", 5, NOW).changed()).isTrue();
		assertThat(this.casting.cast("open", "r", 3, NOW).changed()).isTrue();
		assertThat(this.casting.mine("open", "r")).hasValue(3);
		assertThat(this.casting.withdraw("open", "r", NOW).changed()).isTrue();
		assertThat(this.casting.mine("open", "r")).isEmpty();
		assertThat(this.votes.events).extracting(CloudEvent::type)
			.containsExactly("vn.bantin.vote.cast.v1", "vn.bantin.vote.changed.v1", "vn.bantin.vote.withdrawn.v1");
		assertThat(this.votes.events).extracting(CloudEvent::revision).containsExactly(1L, 2L, 3L);
	}

	@Test
	void announcesNothingWhenTheSameIsSaidAgain() {
		this.casting.cast("open", "r", 5, NOW);
		assertThat(this.casting.cast("open", "r", 5, NOW).changed()).isFalse();
		assertThat(this.announced).hasSize(1);
	}

	@Test
	void withdrawsNothingWithoutVote() {
		assertThat(this.casting.withdraw("open", "r", NOW).changed()).isFalse();
		assertThat(this.announced).isEmpty();
	}

	@Test
	void refusesArticlesThatAreNotOpen() {
		assertThatExceptionOfType(NotOpenForRating.class).isThrownBy(() -> this.casting.cast("closed", "r", 5, NOW));
		assertThatExceptionOfType(NotOpenForRating.class).isThrownBy(() -> this.casting.withdraw("closed", "r", NOW));
		assertThatExceptionOfType(UnknownArticle.class).isThrownBy(() -> this.casting.cast("unknown", "r", 5, NOW));
	}

	@Test
	void countsTimesUpEvenWhenClocksStandStill() {
		this.casting.cast("open", "r", 5, NOW);
		this.casting.cast("open", "r", 4, NOW);
		assertThat(this.votes.events).extracting(CloudEvent::time).containsExactly(NOW, NOW.plusMillis(1));
	}

	@Test
	void refusesWordThatWasOvertakenByTheNextOne() {
		this.casting.cast("open", "r", 5, NOW);
		this.casting.cast("open", "r", 4, NOW.plusSeconds(2));
		assertThatExceptionOfType(NotAwaited.class)
			.isThrownBy(() -> this.casting.cast("open", "r", 1, NOW.plusSeconds(1)));
		assertThatExceptionOfType(NotAwaited.class)
			.isThrownBy(() -> this.casting.withdraw("open", "r", NOW.plusSeconds(1)));
		assertThat(this.casting.mine("open", "r")).hasValue(4);
	}

	@Test
	void remembersWhenTheSameWasSaidAgain() {
		this.casting.cast("open", "r", 5, NOW);
		this.casting.cast("open", "r", 5, NOW.plusSeconds(2));
		assertThatExceptionOfType(NotAwaited.class)
			.isThrownBy(() -> this.casting.cast("open", "r", 1, NOW.plusSeconds(1)));
		assertThat(this.announced).hasSize(1);
	}

	@Test
	void refusesWordThatIsOvertakenBetweenReadingAndStoring() {
		this.casting.cast("open", "r", 5, NOW);
		this.votes.meanwhile = () -> this.casting.cast("open", "r", 4, NOW.plusSeconds(2));
		assertThatExceptionOfType(NotAwaited.class)
			.isThrownBy(() -> this.casting.cast("open", "r", 1, NOW.plusSeconds(1)));
		assertThat(this.casting.mine("open", "r")).hasValue(4);
	}

	@Test
	void keepsOneVoteOfReaderWhoClicksManyTimesAtOnce() throws Exception {
		try (ExecutorService clicks = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> all = new ArrayList<>();
			for (int i = 0; i < 200; i++) {
				int stars = 1 + i % 5;
				all.add(clicks.submit(() -> this.casting.cast("open", "r", stars, NOW)));
			}
			for (Future<?> click : all) {
				click.get();
			}
		}
		assertThat(this.votes.stored).hasSize(1);
		List<Long> versions = this.votes.events.stream().map(CloudEvent::revision).sorted().toList();
		assertThat(versions).doesNotHaveDuplicates();
		assertThat(versions.getLast()).isEqualTo(versions.size());
	}

	private static final class StoredVotes implements Votes {

		private final Map<String, Vote> stored = new ConcurrentHashMap<>();

		private final List<CloudEvent> events = new ArrayList<>();

		private @Nullable Runnable meanwhile;

		@Override
		public Optional<Vote> find(String article, String reader) {
			Optional<Vote> found = Optional.ofNullable(this.stored.get(article + "/" + reader));
			Runnable happens = this.meanwhile;
			if (happens != null) {
				this.meanwhile = null;
				happens.run();
			}
			return found;
		}

		@Override
		public synchronized boolean store(Vote vote, CloudEvent event) {
			Vote before = this.stored.get(vote.key());
			if (((before != null) ? before.version() : 0) != vote.version() - 1
					|| (before != null && before.asked().isAfter(vote.asked()))) {
				return false;
			}
			this.stored.put(vote.key(), vote);
			this.events.add(event);
			return true;
		}

		@Override
		public synchronized boolean note(Vote vote) {
			return this.stored.computeIfPresent(vote.key(),
					(key, before) -> (before.version() == vote.version()) ? vote : before) == vote;
		}

	}

}
