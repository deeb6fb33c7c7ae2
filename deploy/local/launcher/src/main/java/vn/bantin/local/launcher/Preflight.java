package vn.bantin.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

import vn.bantin.local.harness.Machine;
import vn.bantin.local.harness.Repository;

/** Checks ports, jars and disk space before anything is started. */
final class Preflight {

	/** In MiB. */
	private static final long MIN_DISK = 1024;

	private Preflight() {
	}

	/**
	 * Checks everything.
	 * @throws CannotStart on the first thing that is missing
	 */
	static void check(Collection<ProcessSpec> specs, Path data) {
		specs.forEach(Preflight::checkPorts);
		specs.forEach(Preflight::checkJar);
		long free = Machine.freeDisk(data);
		if (free < MIN_DISK) {
			throw new CannotStart(
					"Only %d MiB are free for %s; make room for 1 GiB, or name another folder with --data."
						.formatted(free, data));
		}
	}

	private static void checkPorts(ProcessSpec spec) {
		spec.ports().forEach((variable, port) -> {
			if (!isFree(port)) {
				throw new CannotStart(
						"Port %d, which %s needs, is in use; stop the process that uses it, or set %s to another port."
							.formatted(port, spec.name(), variable));
			}
		});
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			// A port in TIME_WAIT is free.
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void checkJar(ProcessSpec spec) {
		if (spec.name().equals(Plan.KAFKA) || spec.name().equals(Plan.MONGODB)) {
			return;
		}
		String module = spec.name().replaceFirst("-\\d+$", "");
		Path jar = Repository.jar(Supervisor.SERVICES.contains(module) ? module : "deploy/local/" + module);
		if (!Files.exists(jar)) {
			throw new CannotStart(jar + " is missing; build it with 'mvn -DskipTests package'.");
		}
	}

}
