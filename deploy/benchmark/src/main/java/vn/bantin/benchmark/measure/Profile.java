package vn.bantin.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of a JVM goes, by its flight recorder.
 *
 * @param top the five frames that were most often on top
 * @param own the five methods of the newspaper that were most often nearest to the top,
 * with everything that they called
 */
public record Profile(List<Frame> top, List<Frame> own) {

	private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

	private static final Pattern OF_THE_JDK = Pattern.compile("(?:java|javax|jdk|sun|com\\.sun)\\..*");

	private static final String NEWSPAPER = "vn.bantin.";

	private static final int TOP = 5;

	private static final int PATIENCE_SECONDS = 60;

	/** Stacks of reactive code are deep. */
	private static final int DEPTH = 256;

	/**
	 * Records a JVM while it works.
	 * @param pid its process id
	 * @param file where the recording is kept
	 * @param work runs meanwhile
	 * @return where its time went
	 */
	public static Profile during(long pid, Path file, Runnable work) {
		jcmd(pid, "JFR.configure", "stackdepth=" + DEPTH);
		jcmd(pid, "JFR.start", "name=row", "settings=profile");
		try {
			work.run();
		}
		finally {
			jcmd(pid, "JFR.stop", "name=row", "filename=" + file);
		}
		return read(file);
	}

	private static void jcmd(long pid, String... command) {
		List<String> whole = new java.util.ArrayList<>(List.of(JCMD.toString(), Long.toString(pid)));
		whole.addAll(List.of(command));
		try {
			Process process = new ProcessBuilder(whole).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IllegalStateException("The flight recorder of process " + pid + " does not answer");
			}
			if (process.exitValue() != 0) {
				throw new IllegalStateException("The flight recorder of process " + pid + " could not be used");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("jcmd could not be started", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
	}

	private static Profile read(Path file) {
		Map<String, Integer> top = new HashMap<>();
		Map<String, Integer> own = new HashMap<>();
		int samples = 0;
		try (RecordingFile recording = new RecordingFile(file)) {
			while (recording.hasMoreEvents()) {
				RecordedEvent event = recording.readEvent();
				RecordedStackTrace trace = event.getStackTrace();
				if (event.getEventType().getName().equals("jdk.ExecutionSample") && trace != null) {
					samples++;
					List<String> frames = trace.getFrames().stream().map(Profile::name).toList();
					top.merge(name(frames), 1, Integer::sum);
					own(frames).ifPresent((frame) -> own.merge(frame, 1, Integer::sum));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The recording cannot be read", ex);
		}
		return new Profile(most(top, samples), most(own, samples));
	}

	private static List<Frame> most(Map<String, Integer> counts, double samples) {
		return counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(TOP)
			.map((entry) -> new Frame(entry.getKey(), entry.getValue() / samples))
			.toList();
	}

	private static Optional<String> own(List<String> frames) {
		return frames.stream().filter((frame) -> frame.startsWith(NEWSPAPER)).findFirst().map(Profile::shortened);
	}

	private static String name(RecordedFrame frame) {
		return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
	}

	/** The top one, and who called it when it belongs to the JDK. */
	static String name(List<String> frames) {
		String top = frames.isEmpty() ? "unknown" : frames.getFirst();
		return frames.stream()
			.filter((frame) -> !OF_THE_JDK.matcher(frame).matches())
			.findFirst()
			.filter((caller) -> !caller.equals(top))
			.map((caller) -> shortened(top) + " ← " + shortened(caller))
			.orElseGet(() -> shortened(top));
	}

	/** Without the package. */
	private static String shortened(String frame) {
		int method = frame.lastIndexOf('.');
		return frame.substring(frame.lastIndexOf('.', method - 1) + 1);
	}

	/**
	 * A frame.
	 *
	 * @param name class and method
	 * @param share of all samples, from 0 to 1
	 */
	public record Frame(String name, double share) {
	}

}
