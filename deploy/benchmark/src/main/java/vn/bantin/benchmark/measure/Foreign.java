package vn.bantin.benchmark.measure;

import java.util.Map;
import java.util.Set;

import vn.bantin.local.harness.Processors;

/**
 * The CPU time that other programs and other machines (steal) take from now on. The
 * kernel counts it in two ways, each of which may be too high but never too low: the sum
 * over all processes includes the whole life of a child that ended meanwhile; the
 * machine's total is sampled and up to a fifth too high under many short requests. The
 * lower one is used.
 */
public final class Foreign {

	private final long start = System.nanoTime();

	private final Map<Long, Long> processes = ProcessTimes.all();

	private final Processors machine = Processors.now();

	/**
	 * The share that others took until now.
	 * @return the share of all cores, from 0 to 1
	 */
	public double share() {
		double ticks = (System.nanoTime() - this.start) / 1e6 / ProcessTimes.MILLIS_PER_TICK;
		Set<Long> ours = new ProcessGroup(() -> Set.of(ProcessHandle.current().pid())).pids();
		Map<Long, Long> taken = ProcessTimes.all();
		taken.replaceAll((pid, time) -> time - this.processes.getOrDefault(pid, 0L));
		Processors since = Processors.now().since(this.machine);
		return ticks(taken, ours, since.busy(), since.stolen()) / (ticks * Runtime.getRuntime().availableProcessors());
	}

	/** The ticks of others: the lower of the two sums. */
	static long ticks(Map<Long, Long> taken, Set<Long> ours, long busy, long stolen) {
		long byUs = 0;
		long byOthers = 0;
		for (Map.Entry<Long, Long> process : taken.entrySet()) {
			if (ours.contains(process.getKey())) {
				byUs += process.getValue();
			}
			else {
				byOthers += process.getValue();
			}
		}
		return Math.max(Math.min(byOthers + stolen, busy - byUs), 0);
	}

}
