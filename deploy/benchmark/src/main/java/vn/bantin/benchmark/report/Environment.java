package vn.bantin.benchmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine and the versions that were measured.
 *
 * @param processor its model
 * @param cores how many
 * @param memory MiB in all
 * @param kernel its version
 * @param jdk its version
 * @param nginx its version
 * @param wrk its version
 * @param date the day
 */
public record Environment(String processor, int cores, long memory, String kernel, String jdk, String nginx, String wrk,
		LocalDate date) {

	private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");

	private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d+) kB$");

	private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+(?:\\.\\d+)?)");

	/**
	 * Describes this machine.
	 * @return its description
	 */
	public static Environment here() {
		return new Environment(first(MODEL, read("/proc/cpuinfo"), "unknown processor"),
				Runtime.getRuntime().availableProcessors(),
				Long.parseLong(first(TOTAL, read("/proc/meminfo"), "0")) / 1024, System.getProperty("os.version"),
				System.getProperty("java.vm.version"), first(VERSION, output("nginx", "-v"), "unknown"),
				first(VERSION, output("wrk", "-v"), "unknown"), LocalDate.now(ZoneOffset.UTC));
	}

	private static String first(Pattern pattern, String text, String otherwise) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group(1).strip() : otherwise;
	}

	private static String read(String file) {
		try {
			return Files.readString(Path.of(file), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	private static String output(String... command) {
		try {
			Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	String sentence() {
		return String.format(Locale.ROOT,
				"Measured on %s on %s, %d cores, %,d MiB, Linux %s, JDK %s, nginx %s, wrk %s, all on one machine.",
				this.date, this.processor, this.cores, this.memory, this.kernel, this.jdk, this.nginx, this.wrk);
	}

}
