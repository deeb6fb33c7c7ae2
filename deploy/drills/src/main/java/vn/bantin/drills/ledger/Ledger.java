package vn.bantin.drills.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All writes of the load. Each is noted before it is sent, so that nothing can happen
 * that the ledger does not know of. The file stays, to explain a verdict.
 */
public final class Ledger implements AutoCloseable {

	private final Writer file;

	private final AtomicLong numbers = new AtomicLong();

	private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

	/**
	 * Starts an empty ledger.
	 * @param file tab-separated lines: number, {@code SENT} or the outcome, time, act,
	 * subject, value
	 * @throws UncheckedIOException if the file cannot be written
	 */
	public Ledger(Path file) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			this.file = Files.newBufferedWriter(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Notes a write that is about to be sent.
	 * @param act what is written
	 * @param subject what it is about
	 * @param value the new value
	 * @return the write, to be settled
	 * @throws UncheckedIOException if it cannot be noted, so it must not be sent
	 */
	public Entry send(Act act, String subject, String value) {
		Instant now = Instant.now();
		Entry entry = new Entry(this.numbers.incrementAndGet(), act, subject, value, now, Outcome.UNKNOWN, now, 1);
		line(entry, "SENT");
		this.entries.put(entry.number(), entry);
		return entry;
	}

	/**
	 * Notes how a write ended.
	 * @param sent the write
	 * @param outcome how it ended
	 * @param attempts how often it was sent
	 * @return the settled write
	 */
	public Entry settle(Entry sent, Outcome outcome, int attempts) {
		Entry settled = new Entry(sent.number(), sent.act(), sent.subject(), sent.value(), sent.sent(), outcome,
				Instant.now(), attempts);
		this.entries.put(settled.number(), settled);
		line(settled, outcome.name());
		return settled;
	}

	private void line(Entry entry, String what) {
		synchronized (this.file) {
			try {
				this.file.write("%d\t%s\t%s\t%s\t%s\t%s%n".formatted(entry.number(), what, entry.settled(), entry.act(),
						entry.subject(), entry.value()));
				this.file.flush();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * All writes so far.
	 * @return in the order of sending
	 */
	public List<Entry> entries() {
		return this.entries.values().stream().sorted(Comparator.comparingLong(Entry::number)).toList();
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
