package vn.bantin.gateway.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BroadcastTests {

	private static final Subject TALLY = Subject.tally("7w118k73yv");

	private static final Subject OTHER = Subject.tally("b2c3d4e5f6");

	private static final String HEARTBEAT = ":\n\n";

	private long now;

	private final Broadcast broadcast = new Broadcast(() -> this.now, new Random(1));

	private final Page page = new Page();

	@Test
	void tellsOfAQuietSubjectAtOnce() {
		this.broadcast.join(this.page, List.of(TALLY));
		offer(TALLY, 1);
		assertThat(this.page.versions()).containsExactly(1L);
	}

	@Test
	void tellsOnlyTheNewestOfWhatComesWithinHalfASecond() {
		this.broadcast.join(this.page, List.of(TALLY));
		for (int version = 1; version <= 100; version++) {
			offer(TALLY, version);
			pass(Duration.ofMillis(10));
		}
		assertThat(this.page.versions()).containsExactly(1L, 50L, 100L);
	}

	@Test
	void tellsTheLastOfManyWithinHalfASecond() {
		this.broadcast.join(this.page, List.of(TALLY));
		offer(TALLY, 1);
		offer(TALLY, 2);
		offer(TALLY, 3);
		pass(Duration.ofMillis(490));
		assertThat(this.page.versions()).containsExactly(1L);
		pass(Duration.ofMillis(10));
		assertThat(this.page.versions()).containsExactly(1L, 3L);
		pass(Duration.ofSeconds(2));
		offer(TALLY, 4);
		assertThat(this.page.versions()).containsExactly(1L, 3L, 4L);
	}

	@Test
	void letsNoSubjectWaitForAnother() {
		this.broadcast.join(this.page, List.of(TALLY, OTHER));
		offer(TALLY, 1);
		offer(OTHER, 7);
		assertThat(this.page.versions()).containsExactly(1L, 7L);
	}

	@Test
	void tellsOnlyThoseWhoShowIt() {
		Page other = new Page();
		this.broadcast.join(this.page, List.of(TALLY));
		this.broadcast.join(other, List.of(OTHER));
		offer(TALLY, 1);
		assertThat(other.sent).isEmpty();
		assertThat(this.broadcast.sent()).isOne();
	}

	@Test
	void sharesOneEventAmongAllStreams() {
		Page other = new Page();
		this.broadcast.join(this.page, List.of(TALLY));
		this.broadcast.join(other, List.of(TALLY));
		offer(TALLY, 1);
		assertThat(other.sent.getFirst()).isSameAs(this.page.sent.getFirst());
	}

	@Test
	void forgetsSubjectsThatNobodyShowsAnyMore() {
		this.broadcast.join(this.page, List.of(TALLY, OTHER));
		this.broadcast.leave(this.page, List.of(TALLY));
		assertThat(this.broadcast.isWatched(TALLY)).isFalse();
		assertThat(this.broadcast.isWatched(OTHER)).isTrue();
		offer(TALLY, 1);
		assertThat(this.page.sent).isEmpty();
	}

	@Test
	void beatsEveryFifteenSeconds() {
		this.broadcast.join(this.page, List.of(TALLY));
		pass(Duration.ofMillis(14_990));
		assertThat(this.page.sent).isEmpty();
		pass(Duration.ofMillis(10));
		assertThat(this.page.texts()).containsExactly(HEARTBEAT);
		pass(Duration.ofSeconds(15));
		assertThat(this.page.texts()).containsExactly(HEARTBEAT, HEARTBEAT);
	}

	@Test
	void endsEachStreamAfterFiveToTenMinutes() {
		List<Page> pages = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			Page page = new Page();
			pages.add(page);
			this.broadcast.join(page, List.of(TALLY));
		}
		pass(Duration.ofSeconds(299));
		assertThat(pages).allMatch(Page::isOpen);
		pass(Duration.ofSeconds(150));
		assertThat(pages.stream().filter(Page::isOpen).count()).isBetween(20L, 80L);
		pass(Duration.ofSeconds(166));
		assertThat(pages).noneMatch(Page::isOpen);
	}

	@Test
	void endsAllStreamsAtOnce() {
		this.broadcast.join(this.page, List.of(TALLY));
		this.broadcast.end();
		assertThat(this.page.isOpen()).isFalse();
	}

	private void offer(Subject subject, long version) {
		this.broadcast.offer(LiveEvent.of(subject, version, "{\"version\":" + version + "}"));
	}

	/** In steps of the timer's. */
	private void pass(Duration duration) {
		for (long left = duration.toMillis(); left > 0; left -= 10) {
			this.now += Duration.ofMillis(10).toNanos();
			this.broadcast.tick();
		}
	}

	private static final class Page implements Stream {

		private final List<byte[]> sent = new ArrayList<>();

		private boolean open = true;

		@Override
		public void send(byte[] bytes) {
			this.sent.add(bytes);
		}

		@Override
		public void end() {
			this.open = false;
		}

		@Override
		public boolean isOpen() {
			return this.open;
		}

		private List<String> texts() {
			return this.sent.stream().map((bytes) -> new String(bytes, StandardCharsets.UTF_8)).toList();
		}

		private List<Long> versions() {
			return texts().stream()
				.filter((text) -> !text.equals(HEARTBEAT))
				.map((text) -> Long.parseLong(text.replaceAll("(?s).*\nid: [^:]*:(\\d+)\n.*", "$1")))
				.toList();
		}

	}

}
