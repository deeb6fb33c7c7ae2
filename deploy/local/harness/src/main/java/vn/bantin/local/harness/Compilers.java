package vn.bantin.local.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CPU time of the JIT compilers of some JVMs, in kernel ticks. As long as they compile,
 * which takes minutes on slow processors, the JVMs are not warm.
 *
 * @param ticks by compiler thread; threads end when there is nothing to compile
 */
public record Compilers(Map<Long, Long> ticks) {

	/** Thread id and name, eleven other fields, user and system time. */
	private static final Pattern COMPILER = Pattern
		.compile("^(\\d+) \\(C[12] CompilerThre.*\\)(?: \\S+){11} (\\d+) (\\d+) .*", Pattern.DOTALL);

	/**
	 * The compilers of some processes.
	 * @param processes process ids; processes that are no JVM or gone are ignored
	 * @return their CPU time since they were started
	 */
	public static Compilers of(Collection<Long> processes) {
		return read(processes.stream().flatMap(Compilers::threads).toList());
	}

	/** Parses texts of {@code /proc/<process>/task/<thread>/stat}. */
	static Compilers read(List<String> stats) {
		Map<Long, Long> ticks = new HashMap<>();
		for (String stat : stats) {
			Matcher compiler = COMPILER.matcher(stat);
			if (compiler.matches()) {
				ticks.put(Long.valueOf(compiler.group(1)),
						Long.parseLong(compiler.group(2)) + Long.parseLong(compiler.group(3)));
			}
		}
		return new Compilers(ticks);
	}

	private static Stream<String> threads(long process) {
		try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
			return threads.flatMap(Compilers::stat).toList().stream();
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	private static Stream<String> stat(Path thread) {
		try {
			return Stream.of(Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			return Stream.empty();
		}
	}

	/**
	 * CPU time since an earlier reading.
	 * @param before the earlier reading
	 * @return ticks of the threads that are still alive
	 */
	public long since(Compilers before) {
		return this.ticks.entrySet()
			.stream()
			.mapToLong((thread) -> thread.getValue() - before.ticks.getOrDefault(thread.getKey(), 0L))
			.sum();
	}

}
