package vn.bantin.local.content;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import vn.bantin.local.content.drawing.Drawing;

/**
 * Loads the sample content into a running newspaper. It may be killed and started again
 * at any time: nothing is published twice.
 */
public final class SampleContent {

	private static final int FAILED = 2;

	private SampleContent() {
	}

	/**
	 * Runs the loader and ends the JVM with 0, or with 2 after one sentence that says
	 * why.
	 * @param args see {@link Arguments#USAGE}
	 */
	public static void main(String[] args) {
		// Nothing is shown on a screen, and machines without one must be able to draw.
		System.setProperty("java.awt.headless", "true");
		PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
		System.exit(run(args, out, err));
	}

	static int run(String[] args, PrintStream out, PrintStream err) {
		try {
			Arguments arguments = Arguments.parse(args);
			Edition edition = Edition.read();
			Newsroom newsroom = new Newsroom(arguments.gateway(), arguments.token(), Patience.ofOneStart());
			new Loader(edition, newsroom, Progress.open(arguments.state()), SampleContent::draw).load();
			out.println(edition.summary());
			return 0;
		}
		catch (LoadFailed ex) {
			err.println(ex.getMessage());
			return FAILED;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			err.println("The loading of the sample content was interrupted; start it again to go on.");
			return FAILED;
		}
	}

	private static byte[] draw(String name) {
		return Drawing.named(name)
			.orElseThrow(() -> new IllegalStateException("There is no drawing called " + name))
			.jpeg();
	}

	/**
	 * How long to go on trying.
	 *
	 * @param total after the first failure of a request
	 * @param first pause between two tries; each next one is twice as long
	 * @param longest pause
	 */
	record Patience(Duration total, Duration first, Duration longest) {

		/** A newspaper that is just starting answers 503 for a while. */
		static Patience ofOneStart() {
			return new Patience(Duration.ofSeconds(60), Duration.ofMillis(100), Duration.ofSeconds(2));
		}

	}

}
