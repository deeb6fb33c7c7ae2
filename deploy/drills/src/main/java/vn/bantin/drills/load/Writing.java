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
import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Pause;

/**
 * Writes as a good client does: notes the write in the ledger, sends it, and retries the
 * same request with exponential backoff up to 8 s while its outcome is unclear.
 */
final class Writing {

	private static final int CONFLICT = 409;

	private static final Duration PATIENCE = Duration.ofSeconds(70);

	/** Retrying more often would keep down a service that is just starting. */
	private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(8);

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
	 * @param due when it was due, by {@link System#nanoTime()}
	 * @param act what is written
	 * @param subject what it is about
	 * @param value the new value
	 * @param call sends it once
	 * @param accepted whether an answer means accepted
	 * @return how it was settled, with the last answer
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
				// An earlier attempt may have been accepted although no answer came.
				Outcome refused = (attempts == 1) ? Outcome.REFUSED : Outcome.UNKNOWN;
				if (attempts > 1 && answer.status() == CONFLICT) {
					this.contradictions.add("%s of %s: its retry was refused as a conflict although nobody else wrote"
						.formatted(act, subject));
				}
				return new Written(this.ledger.settle(entry, refused, attempts), answer);
			}
			if (this.over || System.nanoTime() > end) {
				return new Written(this.ledger.settle(entry, Outcome.UNKNOWN, attempts), answer);
			}
			backOff(attempts);
			since = System.nanoTime();
		}
	}

	/**
	 * Retries that were refused although the same request had been sent before, in words;
	 * the contracts promise that a retry is answered as the first one would have been.
	 */
	List<String> contradictions() {
		return List.copyOf(this.contradictions);
	}

	/** Retries nothing more. */
	void giveUp() {
		this.over = true;
	}

	private static void backOff(int attempts) {
		long most = Math.min(LONGEST_BACKOFF.toMillis(), 100L << Math.min(attempts, 10));
		Pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most)));
	}

	/**
	 * A settled write.
	 *
	 * @param entry its entry in the ledger
	 * @param answer the last answer
	 */
	record Written(Entry entry, Answer answer) {

		boolean accepted() {
			return this.entry.outcome() == Outcome.ACK;
		}

	}

}
