package vn.bantin.local.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Probe;

/**
 * How one part of the newspaper runs as a process.
 *
 * @param name such as {@code rating-service} or {@code rating-service-2}
 * @param ports that it listens on, each by the variable that moves it
 * @param readiness whether it is ready
 * @param starter starts the process; its output goes to the given file
 */
record ProcessSpec(String name, Map<String, Integer> ports, Probe readiness, Function<Path, JavaProcess> starter) {

	static List<String> jvm(String maxHeap) {
		return Stream.concat(JavaProcess.SMALL.stream(), Stream.of("-Xmx" + maxHeap)).toList();
	}

}
