package vn.bantin.local.content;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import vn.bantin.local.content.Newsroom.Backoff;

/**
 * Loads the sample content into a running newspaper. It may be killed and restarted at
 * any time: nothing is published twice.
 */
public final class SampleContent {

	private static final int FAILED = 2;

	private SampleContent() {
	}

	/**
	 * Runs the loader, then exits with 0, or with 2 after printing one sentence that
	 * gives the reason.
	 * @param args see {@link Arguments#USAGE}
	 */
	public static void main(String[] args) {
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
		System.exit(run(args, out, err));
	}

	static int run(String[] args, PrintStream out, PrintStream err) {
		try {
			Arguments arguments = Arguments.parse(args);
			Edition edition = Edition.read();
			Newsroom newsroom = new Newsroom(arguments.gateway(), arguments.token(), Backoff.forStartup());
			new Loader(edition, newsroom, Progress.open(arguments.state()), Edition::picture).load();
			out.println(edition.summary());
			return 0;
		}
		catch (LoadFailed ex) {
			err.println(ex.getMessage());
			return FAILED;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			err.println("Loading the sample content was interrupted; run it again to continue.");
			return FAILED;
		}
	}

}
