package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the processors of this machine have done since it started, for whomever, in the
 * kernel's ticks.
 *
 * @param busy in which they worked, for this machine or for others
 * @param stolen of them, those that other machines took
 * @param all all ticks
 */
public record Processors(long busy, long stolen, long all) {

	/** In the first line: user, nice, system, idle, iowait, irq, softirq, steal. */
	private static final int COLUMNS = 8;

	private static final int IDLE = 3;

	private static final int WAITING = 4;

	private static final int STOLEN = 7;

	/**
	 * What the kernel says now.
	 * @return the ticks since the start of this machine
	 * @throws UncheckedIOException if it has no {@code /proc/stat}
	 */
	public static Processors now() {
		try {
			return read(Files.readString(Path.of("/proc/stat")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The kernel does not say how busy this machine is", ex);
		}
	}

	/** Reads the text of {@code /proc/stat}. */
	static Processors read(String stat) {
		long[] ticks = Stream.of(stat.lines().findFirst().orElseThrow().split(" +"))
			.skip(1)
			.limit(COLUMNS)
			.mapToLong(Long::parseLong)
			.toArray();
		long all = LongStream.of(ticks).sum();
		return new Processors(all - ticks[IDLE] - ticks[WAITING], ticks[STOLEN], all);
	}

	/**
	 * What they have done between two moments.
	 * @param before the earlier one
	 * @return the differences
	 */
	public Processors since(Processors before) {
		return new Processors(this.busy - before.busy, this.stolen - before.stolen, this.all - before.all);
	}

	/**
	 * How much of the time they worked.
	 * @return 0 to 1; 0 if there was no time
	 */
	public double share() {
		return (this.all > 0) ? (double) this.busy / this.all : 0;
	}

}
