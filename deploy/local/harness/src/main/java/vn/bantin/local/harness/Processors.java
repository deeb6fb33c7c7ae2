package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * CPU time of the whole machine since its start, in kernel ticks.
 *
 * @param busy ticks spent working, including stolen ones
 * @param stolen ticks that the hypervisor gave to other machines (steal)
 * @param all all ticks
 */
public record Processors(long busy, long stolen, long all) {

	/** In the first line: user, nice, system, idle, iowait, irq, softirq, steal. */
	private static final int COLUMNS = 8;

	private static final int IDLE = 3;

	private static final int WAITING = 4;

	private static final int STOLEN = 7;

	/**
	 * Reads the kernel's counters.
	 * @return ticks since the machine's start
	 * @throws UncheckedIOException if it has no {@code /proc/stat}
	 */
	public static Processors now() {
		try {
			return read(Files.readString(Path.of("/proc/stat")));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("/proc/stat cannot be read", ex);
		}
	}

	/** Parses the text of {@code /proc/stat}. */
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
	 * CPU time since an earlier reading.
	 * @param before the earlier reading
	 * @return the differences
	 */
	public Processors since(Processors before) {
		return new Processors(this.busy - before.busy, this.stolen - before.stolen, this.all - before.all);
	}

	/**
	 * CPU utilization.
	 * @return 0 to 1; 0 if no time has passed
	 */
	public double share() {
		return (this.all > 0) ? (double) this.busy / this.all : 0;
	}

}
