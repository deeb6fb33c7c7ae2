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
 * The running processes, saved in the data folder for {@code status} and {@code stop},
 * and to find the orphans of a killed launcher. A process is identified by pid and start
 * time, since pids are reused.
 */
final class RunFile {

	static final String LAUNCHER = "launcher";

	private final Path file;

	RunFile(Path data) {
		this.file = data.resolve("running.properties");
	}

	/** Saves the launcher, which is this process, and all its parts. */
	void write(Supervisor supervisor) throws IOException {
		Properties lines = new Properties();
		lines.put(LAUNCHER, line(ProcessHandle.current()));
		supervisor.parts().forEach((part) -> lines.put(part, line(supervisor.process(part).handle())));
		Path part = this.file.resolveSibling("running.properties.part");
		try (Writer out = Files.newBufferedWriter(part)) {
			lines.store(out, "name = pid and start time");
		}
		Files.move(part, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Those that are still alive. */
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
				.filter((it) -> startTime(it).equals(line[1]));
			process.ifPresent((it) -> running.put(name, it));
		}
		return running;
	}

	void delete() throws IOException {
		Files.deleteIfExists(this.file);
	}

	private static String line(ProcessHandle process) {
		return process.pid() + " " + startTime(process);
	}

	private static String startTime(ProcessHandle process) {
		return process.info().startInstant().map(Object::toString).orElse("unknown");
	}

}
