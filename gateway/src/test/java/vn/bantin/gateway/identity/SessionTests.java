package vn.bantin.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a login lasts. */
class SessionTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private static final NewsroomUser USER = new NewsroomUser("u1", "Biên tập", Set.of("editor"));

	private final Session session = Session.begin(USER, NOW);

	@Test
	void endsHalfAnHourAfterItsLastUse() {
		assertThat(this.session.isOver(NOW.plus(Duration.ofMinutes(30)).minusMillis(1))).isFalse();
		assertThat(this.session.isOver(NOW.plus(Duration.ofMinutes(30)))).isTrue();
	}

	@Test
	void goesOnWhileItIsUsed() {
		Session used = this.session.usedAt(NOW.plus(Duration.ofMinutes(29)));
		assertThat(used.isOver(NOW.plus(Duration.ofMinutes(58)))).isFalse();
		assertThat(used.id()).isEqualTo(this.session.id());
		assertThat(used.begun()).isEqualTo(NOW);
	}

	@Test
	void endsAfterTwelveHoursHoweverMuchItIsUsed() {
		Session used = this.session.usedAt(NOW.plus(Duration.ofHours(12)).minusSeconds(60));
		assertThat(used.isOver(NOW.plus(Duration.ofHours(12)).minusMillis(1))).isFalse();
		assertThat(used.isOver(NOW.plus(Duration.ofHours(12)))).isTrue();
		assertThat(used.end()).isEqualTo(used.lastEnd()).isEqualTo(NOW.plus(Duration.ofHours(12)));
	}

	@Test
	void notesAUseOnceAMinute() {
		assertThat(this.session.isUseToBeNoted(NOW.plusSeconds(60))).isFalse();
		assertThat(this.session.isUseToBeNoted(NOW.plusSeconds(61))).isTrue();
	}

	@Test
	void isAnotherOneForEachLogin() {
		assertThat(Session.begin(USER, NOW).id()).isNotEqualTo(this.session.id());
	}

}
