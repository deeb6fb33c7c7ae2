package vn.bantin.drills.load;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.ledger.Outcome;
import vn.bantin.drills.load.Writing.Written;
import vn.bantin.drills.newspaper.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ledger says of a write after these answers. */
class WritingTests {

	@TempDir
	private Path folder;

	private final Samples samples = new Samples();

	@Test
	void settlesWhatIsAcceptedAtOnce() {
		assertThat(outcome(200)).isEqualTo(Outcome.ACK);
		assertThat(this.samples.failed((kind) -> true)).isZero();
	}

	@Test
	void retriesUntilItIsAccepted() {
		assertThat(outcome(503, 0, 200)).isEqualTo(Outcome.ACK);
		assertThat(this.samples.count((kind) -> true)).isEqualTo(3);
		assertThat(this.samples.failed((kind) -> true)).isEqualTo(2);
	}

	@Test
	void takesARefusalAtOnceAsRefusedAndAsAFailure() {
		assertThat(outcome(404)).isEqualTo(Outcome.REFUSED);
		assertThat(this.samples.failed((kind) -> true)).isEqualTo(1);
	}

	@Test
	void leavesARefusedRetryUnknown() {
		assertThat(outcome(503, 404)).isEqualTo(Outcome.UNKNOWN);
	}

	@Test
	void noticesARetryThatIsRefusedAsAConflict() {
		try (Ledger ledger = new Ledger(this.folder.resolve("ledger.tsv"))) {
			Writing writing = new Writing(ledger, this.samples);
			assertThat(write(writing, 409).entry().outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(writing.contradictions()).isEmpty();
			assertThat(write(writing, 0, 409).entry().outcome()).isEqualTo(Outcome.UNKNOWN);
			assertThat(writing.contradictions()).singleElement().asString().startsWith("PUBLISH of n1");
		}
	}

	@Test
	void retriesNothingOnceItIsOver() {
		try (Ledger ledger = new Ledger(this.folder.resolve("ledger.tsv"))) {
			Writing writing = new Writing(ledger, this.samples);
			writing.giveUp();
			assertThat(write(writing, 503).entry().outcome()).isEqualTo(Outcome.UNKNOWN);
		}
	}

	private Outcome outcome(int... statuses) {
		try (Ledger ledger = new Ledger(this.folder.resolve("ledger.tsv"))) {
			return write(new Writing(ledger, this.samples), statuses).entry().outcome();
		}
	}

	private static Written write(Writing writing, int... statuses) {
		Deque<Answer> answers = new ArrayDeque<>();
		for (int status : statuses) {
			answers.add(new Answer(status));
		}
		Written written = writing.write(Kind.NEWSROOM, System.nanoTime(), Act.PUBLISH, "n1", "Tin n1 bản 1",
				answers::remove, (answer) -> answer.status() == 200);
		assertThat(answers).isEmpty();
		return written;
	}

}
