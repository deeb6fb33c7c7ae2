package vn.bantin.local.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import vn.bantin.local.harness.JavaProcess;

/**
 * A part of the newspaper that runs as a process.
 *
 * @param name such as {@code rating-service} or {@code rating-service-2}
 * @param ports that it listens on, by the variable that moves each
 * @param ready answers once the part is ready; {@code tcp://host:port} when accepting
 * connections is enough
 * @param starter starts the process with its output going to the given file
 */
record Part(String name, Map<String, Integer> ports, URI ready, Function<Path, JavaProcess> starter) {

	static URI accepting(int port) {
		return URI.create("tcp://127.0.0.1:" + port);
	}

	boolean isReady() {
		return "tcp".equals(this.ready.getScheme()) ? JavaProcess.accepts(this.ready.getPort())
				: JavaProcess.answers(this.ready);
	}

	static List<String> jvm(String memory) {
		return Stream.concat(JavaProcess.SMALL.stream(), Stream.of("-Xmx" + memory)).toList();
	}

}
