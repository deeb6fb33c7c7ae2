package vn.bantin.benchmark.measure;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import vn.bantin.local.harness.Compilers;

/** Processes whose cost is summed up, with all their children. */
public class ProcessGroup {

	private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

	private static final double KIB_PER_MIB = 1024;

	private final Supplier<? extends Collection<Long>> roots;

	/**
	 * A group.
	 * @param roots the ids of its processes without their children; called each time,
	 * since a process may be restarted
	 */
	public ProcessGroup(Supplier<? extends Collection<Long>> roots) {
		this.roots = roots;
	}

	Set<Long> pids() {
		return this.roots.get()
			.stream()
			.flatMap((root) -> Stream.concat(Stream.of(root),
					ProcessHandle.of(root).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)))
			.collect(Collectors.toSet());
	}

	/**
	 * The CPU time taken so far, user and system.
	 * @return milliseconds
	 */
	public double cpuMillis() {
		return times().sum() * ProcessTimes.MILLIS_PER_TICK;
	}

	private LongStream times() {
		return pids().stream().map(ProcessTimes::of).flatMap(Optional::stream).mapToLong(Long::longValue);
	}

	/**
	 * Resident memory; what processes share is counted once.
	 * @return MiB
	 */
	public double pss() {
		return pids().stream()
			.map((pid) -> ProcessTimes.read(Path.of("/proc", Long.toString(pid), "smaps_rollup")))
			.flatMap(Optional::stream)
			.mapToLong(ProcessGroup::pss)
			.sum() / KIB_PER_MIB;
	}

	/**
	 * The time that JIT compilers have taken so far.
	 * @return those of all processes; none where there is no JVM
	 */
	public Compilers compilers() {
		return Compilers.of(pids());
	}

	/** The KiB in the text of a {@code /proc/<pid>/smaps_rollup}. */
	static long pss(String rollup) {
		Matcher pss = PSS.matcher(rollup);
		return pss.find() ? Long.parseLong(pss.group(1)) : 0;
	}

}
