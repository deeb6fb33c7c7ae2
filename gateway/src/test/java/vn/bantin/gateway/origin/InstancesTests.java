package vn.bantin.gateway.origin;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class InstancesTests {

	private static final URI A = URI.create("http://127.0.0.1:1");

	private static final URI B = URI.create("http://127.0.0.1:2");

	private final Throttle reading = new Throttle(() -> 0, () -> {
	});

	private final Throttle writing = new Throttle(() -> 0, () -> {
	});

	private final Instances instances = new Instances(List.of(A, B),
			Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC), this.reading, this.writing);

	@Test
	void tellsReadingFromWriting() {
		assertThat(List.of(HttpMethod.GET, HttpMethod.HEAD))
			.allSatisfy((method) -> assertThat(this.instances.throttle(method)).isSameAs(this.reading));
		assertThat(List.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.DELETE))
			.allSatisfy((method) -> assertThat(this.instances.throttle(method)).isSameAs(this.writing));
	}

	@Test
	void asksInTurn() {
		assertThat(List.of(this.instances.next(), this.instances.next(), this.instances.next())).containsExactly(A, B,
				A);
	}

	@Test
	void leavesOutWhoCannotBeReached() {
		this.instances.failed(A);
		assertThat(List.of(this.instances.next(), this.instances.next())).containsOnly(B);
	}

	@Test
	void asksSomebodyWhenNobodyCouldBeReached() {
		this.instances.failed(A);
		this.instances.failed(B);
		assertThat(this.instances.next()).isIn(A, B);
	}

	@Test
	void leavesOutWhoServesWellAndYetClosesTheConnection() {
		this.instances.answered(A, 200, "close");
		assertThat(List.of(this.instances.next(), this.instances.next())).containsOnly(B);
	}

	@Test
	void goesOnAskingWhoKeepsTheConnectionOrRefusesARequest() {
		this.instances.answered(A, 200, null);
		this.instances.answered(B, 400, "close");
		assertThat(List.of(this.instances.next(), this.instances.next())).containsExactly(A, B);
	}

	@Test
	void knowsWhoIsAlive() {
		Instant now = Instant.parse("2026-11-23T08:00:00Z");
		this.instances.answered(A, 503, null);
		assertThat(this.instances.hasAnsweredSince(A, now.minusMillis(1))).isTrue();
		assertThat(this.instances.hasAnsweredSince(A, now)).isFalse();
		assertThat(this.instances.hasAnsweredSince(B, now.minusMillis(1))).isFalse();
	}

}
