package vn.bantin.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the processors of this machine have done since it started, for whomever.
 *
 * @param busy the ticks in which they worked
 * @param all all ticks
 */
record Processors(long busy, long all) {

	/** In the first line: user, nice, system, idle, iowait, irq, softirq, steal. */
	private static final int COLUMNS = 8;

	private static final int IDLE = 3;

	private static final int WAITING = 4;

	static Processors now() {
		try {
			return read(Files.readString(Path.of("/proc/stat")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
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
		return new Processors(all - ticks[IDLE] - ticks[WAITING], all);
	}

	/** The share in which they worked since, 0 to 1. */
	double busySince(Processors before) {
		return (this.all > before.all) ? (double) (this.busy - before.busy) / (this.all - before.all) : 0;
	}

}
