package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import vn.bantin.local.harness.Repository;

/** The command line: start, stop, status. */
public final class Launcher {

	private Launcher() {
	}

	/**
	 * Runs a command and exits with 0, or with 2 and a message if it fails.
	 * @param args {@code start}, {@code stop} or {@code status}, then its options
	 */
	public static void main(String[] args) {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
		try {
			Options options = Options.read(rest, Repository.root().resolve("deploy/local/data"));
			switch ((args.length > 0) ? args[0] : "") {
				case "start" -> new StartCommand(options, out).run();
				case "stop" -> new StopCommand(options, out).run();
				case "status" -> new StatusCommand(options, out).run();
				default -> throw new CannotStart("The commands are start, stop and status.");
			}
			System.exit(0);
		}
		catch (CannotStart ex) {
			out.println(ex.getMessage());
			System.exit(2);
		}
		catch (IOException | IllegalStateException ex) {
			out.println("The newspaper cannot continue: " + ex.getMessage());
			System.exit(2);
		}
	}

}
