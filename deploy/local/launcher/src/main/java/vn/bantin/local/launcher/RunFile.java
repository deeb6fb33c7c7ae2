package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Who runs, written down in the data folder: for {@code status} and {@code stop}, and so
 * that whatever a killed launcher left behind is found again. A process is known by its
 * pid and the time of its start, since pids come again.
 */
final class RunFile {

	static final String LAUNCHER = "launcher";

	private final Path file;

	RunFile(Path data) {
		this.file = data.resolve("running.properties");
	}

	void write(Map<String, ProcessHandle> processes) throws IOException {
		Properties lines = new Properties();
		processes.forEach((name, process) -> lines.put(name, process.pid() + " " + started(process)));
		Path part = this.file.resolveSibling("running.properties.part");
		try (Writer out = Files.newBufferedWriter(part)) {
			lines.store(out, "name = pid and time of start");
		}
		Files.move(part, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Those that still run. */
	Map<String, ProcessHandle> read() throws IOException {
		Map<String, ProcessHandle> running = new TreeMap<>();
		if (!Files.exists(this.file)) {
			return running;
		}
		Properties lines = new Properties();
		try (Reader in = Files.newBufferedReader(this.file)) {
			lines.load(in);
		}
		for (String name : lines.stringPropertyNames()) {
			String[] line = lines.getProperty(name).split(" ", 2);
			Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(line[0]))
				.filter(ProcessHandle::isAlive)
				.filter((it) -> started(it).equals(line[1]));
			process.ifPresent((it) -> running.put(name, it));
		}
		return running;
	}

	void delete() throws IOException {
		Files.deleteIfExists(this.file);
	}

	private static String started(ProcessHandle process) {
		return process.info().startInstant().map(Object::toString).orElse("unknown");
	}

}
