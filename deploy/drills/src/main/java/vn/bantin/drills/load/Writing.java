package vn.bantin.drills.load;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.ledger.Entry;
import vn.bantin.drills.ledger.Ledger;
import vn.bantin.drills.ledger.Outcome;

/**
 * Writes as a good client does: notes it, sends it, and sends the very same again, after
 * pauses that double up to 8 s, while nobody can say what became of it.
 */
final class Writing {

	private static final int CONFLICT = 409;

	private static final Duration PATIENCE = Duration.ofSeconds(70);

	/** Who asks more often keeps down what is just getting up. */
	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

	private final Ledger ledger;

	private final Samples samples;

	private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();

	private volatile boolean over;

	Writing(Ledger ledger, Samples samples) {
		this.ledger = ledger;
		this.samples = samples;
	}

	/**
	 * Writes.
	 * @param kind newsroom or ballot
	 * @param due when it was due
	 * @param act what is written
	 * @param subject what it is about
	 * @param value what it shall be afterwards
	 * @param call sends it once
	 * @param accepted whether an answer says that it is accepted
	 * @return the answer that settled it, and how
	 */
	Written write(Kind kind, long due, Act act, String subject, String value, Supplier<Answer> call,
			Predicate<Answer> accepted) {
		Entry entry = this.ledger.send(act, subject, value);
		long end = System.nanoTime() + PATIENCE.toNanos();
		long since = due;
		for (int attempts = 1;; attempts++) {
			Answer answer = call.get();
			this.samples.add(kind, since, answer, accepted.test(answer));
			if (accepted.test(answer)) {
				return new Written(this.ledger.settle(entry, Outcome.ACK, attempts), answer);
			}
			if (!answer.isUnclear()) {
				// What is refused now may have been accepted when no answer came.
				Outcome refused = (attempts == 1) ? Outcome.REFUSED : Outcome.UNKNOWN;
				if (attempts > 1 && answer.status() == CONFLICT) {
					this.contradictions.add("%s of %s: the repeat of what nobody else wrote was refused as a conflict"
						.formatted(act, subject));
				}
				return new Written(this.ledger.settle(entry, refused, attempts), answer);
			}
			if (this.over || System.nanoTime() > end) {
				return new Written(this.ledger.settle(entry, Outcome.UNKNOWN, attempts), answer);
			}
			pause(attempts);
			since = System.nanoTime();
		}
	}

	/**
	 * Repeats that were refused though the very same had been sent before, in words; the
	 * contracts promise that a repeat is answered as the first one would have been.
	 */
	List<String> contradictions() {
		return List.copyOf(this.contradictions);
	}

	/** Sends nothing again any more. */
	void giveUp() {
		this.over = true;
	}

	private static void pause(int attempts) {
		long most = Math.min(LONGEST_PAUSE.toMillis(), 100L << Math.min(attempts, 10));
		try {
			Thread.sleep(ThreadLocalRandom.current().nextLong(most / 2, most));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A settled write.
	 *
	 * @param entry how it stands in the ledger
	 * @param answer the last answer
	 */
	record Written(Entry entry, Answer answer) {

		boolean accepted() {
			return this.entry.outcome() == Outcome.ACK;
		}

	}

}
