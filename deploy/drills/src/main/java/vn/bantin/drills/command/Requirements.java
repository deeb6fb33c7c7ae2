package vn.bantin.drills.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import vn.bantin.local.harness.Machine;

/**
 * What has to be there before a newspaper is started.
 *
 * @param what what needs it, for messages
 * @param memory MiB that must be free
 * @param disk MiB that must be free
 */
public record Requirements(String what, long memory, long disk) {

	/**
	 * Checks this machine. Memory is not checked where the kernel does not tell it.
	 * @param data the folder that everything is kept in; created when it is missing
	 * @throws CannotRun if something is missing
	 */
	public void check(Path data) {
		check(System.getenv(), Machine.availableMemory().orElse(this.memory), freeDisk(data));
	}

	void check(Map<String, String> environment, long freeMemory, long freeDisk) {
		Machine.serverOfOthers(environment).ifPresent((variable) -> {
			throw new CannotRun("The variable %s is set, but %s must not touch servers of yours: unset it."
				.formatted(variable, this.what));
		});
		enough("memory", freeMemory, this.memory);
		enough("disk", freeDisk, this.disk);
	}

	private void enough(String resource, long free, long needed) {
		if (free < needed) {
			throw new CannotRun(
					"Only %,d MiB of %s are free; %s needs %,d.".formatted(free, resource, this.what, needed));
		}
	}

	private static long freeDisk(Path data) {
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

}
