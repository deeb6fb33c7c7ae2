package vn.bantin.drills.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.bantin.drills.newspaper.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class SamplesTests {

	private static final Answer OK = new Answer(200);

	private static final Answer BUSY = new Answer(503);

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final Samples samples = new Samples();

	private final long now = System.nanoTime();

	/** Later than any request of a test is answered, so that no machine is too slow. */
	private final long mended = this.now + Duration.ofHours(1).toNanos();

	/** A request that fell due so long ago and is answered now. */
	private void answered(Kind kind, Duration ago) {
		this.samples.add(kind, this.now - ago.toNanos(), OK, true);
	}

	private void failed(Kind kind, Duration ago) {
		this.samples.add(kind, this.now - ago.toNanos(), BUSY, false);
	}

	@Test
	void countsByKind() {
		answered(Kind.ARTICLE, Duration.ZERO);
		answered(Kind.WIDGET, Duration.ZERO);
		answered(Kind.BALLOT, Duration.ZERO);
		failed(Kind.ARTICLE, Duration.ZERO);
		failed(Kind.NEWSROOM, Duration.ZERO);
		assertThat(this.samples.count((kind) -> true)).isEqualTo(5);
		assertThat(this.samples.count(Kind::isRead)).isEqualTo(3);
		assertThat(this.samples.count(Kind::isNews)).isEqualTo(2);
		assertThat(this.samples.failed((kind) -> true)).isEqualTo(2);
		assertThat(this.samples.failed(Kind::isRead)).isEqualTo(1);
		assertThat(this.samples.failed((kind) -> kind == Kind.BALLOT)).isZero();
	}

	@Test
	void takesTimeFromWhenARequestWasDue() {
		answered(Kind.ARTICLE, Duration.ofSeconds(30));
		assertThat(this.samples.percentile(Kind::isRead, 1)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void takesPercentilesOfOneKind() {
		for (int minutes = 100; minutes >= 1; minutes--) {
			answered(Kind.ARTICLE, Duration.ofMinutes(minutes));
		}
		answered(Kind.BALLOT, Duration.ofHours(9));
		for (double share : List.of(0.01, 0.5, 0.99, 1.0)) {
			assertThat(this.samples.percentile(Kind::isRead, share)).isBetween(
					Duration.ofMinutes(Math.round(100 * share)), Duration.ofMinutes(Math.round(100 * share) + 1));
		}
	}

	@Test
	void takesNoTimeWithoutSamples() {
		answered(Kind.BALLOT, SECOND);
		assertThat(this.samples.percentile(Kind::isRead, 0.99)).isZero();
	}

	@Test
	void needsNoRecoveryWhenAllIsWell() {
		for (int i = 0; i < 10; i++) {
			answeredAtOnce(i);
		}
		assertThat(this.samples.recovery(this.mended)).contains(Duration.ZERO);
	}

	@Test
	void recoversAfterTheLastFailure() {
		failedAt(0);
		failedAt(2);
		failedAt(4);
		for (int i = 5; i < 12; i++) {
			answeredAtOnce(i);
		}
		assertThat(this.samples.recovery(this.mended)).contains(Duration.ofSeconds(4));
	}

	@Test
	void takesNoLullBetweenFailuresForARecovery() {
		failedAt(1);
		answeredAtOnce(2);
		answeredAtOnce(4);
		failedAt(5);
		for (int i = 6; i < 15; i++) {
			answeredAtOnce(i);
		}
		assertThat(this.samples.recovery(this.mended)).contains(Duration.ofSeconds(5));
	}

	@Test
	void doesNotCountWhatFailsLongAfterTheRecovery() {
		failedAt(1);
		for (int i = 2; i < 20; i++) {
			answeredAtOnce(i);
		}
		failedAt(20);
		assertThat(this.samples.recovery(this.mended)).contains(SECOND);
	}

	@Test
	void doesNotCountWhatFailedBefore() {
		failedAt(-3);
		answeredAtOnce(1);
		answeredAtOnce(5);
		assertThat(this.samples.recovery(this.mended)).contains(Duration.ZERO);
	}

	@Test
	void takesASlowAnswerAsNotWell() {
		long from = this.now - Duration.ofSeconds(30).toNanos();
		this.samples.add(Kind.ARTICLE, from + Duration.ofSeconds(3).toNanos(), OK, true);
		this.samples.add(Kind.ARTICLE, this.now + Duration.ofHours(1).toNanos(), OK, true);
		assertThat(this.samples.recovery(from)).contains(Duration.ofSeconds(3));
	}

	@Test
	void doesNotCallItWellWithoutEnoughRequests() {
		assertThat(this.samples.recovery(this.mended)).isEmpty();
		failedAt(1);
		answeredAtOnce(2);
		answeredAtOnce(5);
		assertThat(this.samples.recovery(this.mended)).isEmpty();
	}

	private void answeredAtOnce(int second) {
		this.samples.add(Kind.ARTICLE, this.mended + Duration.ofSeconds(second).toNanos(), OK, true);
	}

	private void failedAt(int second) {
		this.samples.add(Kind.ARTICLE, this.mended + Duration.ofSeconds(second).toNanos(), BUSY, false);
	}

	@Test
	void writesWhatWasSlowAndWhen(@TempDir Path folder) throws IOException {
		failed(Kind.BALLOT, Duration.ofHours(1));
		answered(Kind.ARTICLE, Duration.ofHours(2));
		Path file = folder.resolve("samples.tsv");

		this.samples.write(file, this.now - Duration.ofHours(2).toNanos());

		assertThat(Files.readAllLines(file)).satisfiesExactly(
				(first) -> assertThat(first).matches("0\\.000\tARTICLE\t72\\d{5}\tok\t200"),
				(second) -> assertThat(second).matches("3600\\.000\tBALLOT\t36\\d{5}\tfailed\t503"));
	}

}
