package vn.bantin.drills.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import vn.bantin.local.launcher.CannotStart;

/**
 * Runs a command and turns whatever goes wrong into one sentence and an exit code.
 */
public final class Commands {

	/** The exit code when the command could not even be tried. */
	public static final int NOT_TRIED = 2;

	private Commands() {
	}

	/**
	 * Runs a command.
	 * @param command its options, by picocli's annotations, and what it does; it returns
	 * the exit code
	 * @param messages receives the sentence
	 * @param brokenOff the exit code when the command fails half-way
	 * @param arguments the command line
	 * @return the exit code
	 */
	public static int run(Callable<Integer> command, PrintStream messages, int brokenOff, List<String> arguments) {
		return new CommandLine(command).setOut(new PrintWriter(messages, true))
			.setParameterExceptionHandler((ex, all) -> {
				messages.println(sentence(ex));
				return NOT_TRIED;
			})
			.setExecutionExceptionHandler((ex, line, parsed) -> {
				boolean refused = ex instanceof CannotRun || ex instanceof CannotStart;
				messages.println(refused ? ex.getMessage() : "Broken off: " + ex);
				return refused ? NOT_TRIED : brokenOff;
			})
			.execute(arguments.toArray(String[]::new));
	}

	private static String sentence(ParameterException ex) {
		if (ex instanceof UnmatchedArgumentException) {
			return "%s; options are %s.".formatted(ex.getMessage(),
					String.join(", ", ex.getCommandLine().getCommandSpec().optionsMap().keySet()));
		}
		return ex.getMessage() + ".";
	}

}
