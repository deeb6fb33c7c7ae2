package vn.bantin.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import vn.bantin.benchmark.server.Tools;
import vn.bantin.local.harness.Machine;

/**
 * What has to be there before anything is started.
 *
 * @param environment the variables of this process
 * @param memory MiB that programs can still take
 * @param disk MiB that files can still take
 * @param articles how many the largest newspaper will have
 */
record Requirements(Map<String, String> environment, long memory, long disk, int articles) {

	private static final long MEMORY = 6 * 1024;

	/** For all but the articles. */
	private static final long DISK = 1024;

	/** Topic, index and what it takes to merge it: a few times an article's 8 KB. */
	private static final long KIB_OF_AN_ARTICLE = 40;

	private static final List<String> TOOLS = List.of("wrk", "nginx");

	/** What this machine has. */
	static Requirements here(Path data, int articles) {
		return new Requirements(System.getenv(), availableMemory(), diskBelow(data), articles);
	}

	private static long availableMemory() {
		return Machine.availableMemory()
			.orElseThrow(() -> new CannotRun("The benchmark reads processes' times from /proc, so it needs Linux."));
	}

	private static long diskBelow(Path data) {
		try {
			if (!Files.isWritable(Files.createDirectories(data))) {
				throw new CannotRun("The folder " + data + " cannot be written; name another with --data.");
			}
			return Machine.freeDisk(data);
		}
		catch (IOException ex) {
			throw new CannotRun("The folder " + data + " cannot be used: " + ex.getMessage() + ".");
		}
	}

	/** Refuses when something is missing. */
	void check() {
		String path = this.environment.getOrDefault("PATH", "");
		for (String tool : TOOLS) {
			if (Tools.find(tool, path).isEmpty()) {
				throw new CannotRun(tool + " is missing: install it (Debian: apt-get install wrk nginx-light).");
			}
		}
		Machine.serverOfOthers(this.environment).ifPresent((variable) -> {
			throw new CannotRun("The variable " + variable
					+ " is set, and generated articles and votes do not belong on servers of yours: unset it.");
		});
		enough("memory", this.memory, MEMORY);
		enough("disk", this.disk, DISK + KIB_OF_AN_ARTICLE * this.articles / 1024);
	}

	private static void enough(String what, long free, long needed) {
		if (free < needed) {
			throw new CannotRun("Only %,d MiB of %s are free; the benchmark needs %,d.".formatted(free, what, needed));
		}
	}

}
