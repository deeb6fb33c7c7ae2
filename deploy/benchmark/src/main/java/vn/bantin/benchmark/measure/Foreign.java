package vn.bantin.benchmark.measure;

import java.util.Map;
import java.util.Set;

import vn.bantin.local.harness.Processors;

/**
 * The CPU time that processes take which this benchmark did not start, and other
 * machines, from now on. The kernel knows it in two ways, and each may be too high but
 * never too low: all processes summed hold the whole life of a child that ended
 * meanwhile; the machine's own total is sampled and up to a fifth too high under many
 * short requests. The lower one is taken.
 */
final class Foreign {

	private final long start = System.nanoTime();

	private final Map<Long, Long> processes = ProcessTimes.all();

	private final Processors machine = Processors.now();

	/** The share of all cores until now, from 0 to 1. */
	double share() {
		double ticks = (System.nanoTime() - this.start) / 1e6 / ProcessTimes.MILLIS_PER_TICK;
		Set<Long> ours = new ProcessGroup(() -> Set.of(ProcessHandle.current().pid())).pids();
		Map<Long, Long> now = ProcessTimes.all();
		Processors since = Processors.now().since(this.machine);
		long foreign = Math.min(taken(now, ours, false) + since.stolen(), since.busy() - taken(now, ours, true));
		return Math.max(foreign / (ticks * Runtime.getRuntime().availableProcessors()), 0);
	}

	private long taken(Map<Long, Long> now, Set<Long> ours, boolean byUs) {
		return now.entrySet()
			.stream()
			.filter((process) -> ours.contains(process.getKey()) == byUs)
			.mapToLong((process) -> process.getValue() - this.processes.getOrDefault(process.getKey(), 0L))
			.sum();
	}

}
