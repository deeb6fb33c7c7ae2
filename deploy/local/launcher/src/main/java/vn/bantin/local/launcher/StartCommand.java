package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code start}: runs the newspaper until it is stopped by a signal. */
final class StartCommand {

	/** Where the token command looks by itself. */
	private static final int USUAL_ISSUER_PORT = 9000;

	private final Options options;

	private final PrintStream out;

	private final RunFile runFile;

	private final CountDownLatch stopped = new CountDownLatch(1);

	StartCommand(Options options, PrintStream out) {
		this.options = options;
		this.out = out;
		this.runFile = new RunFile(options.data());
	}

	void run() throws IOException {
		Map<String, ProcessHandle> running = this.runFile.read();
		if (running.containsKey(RunFile.LAUNCHER)) {
			throw new CannotStart("The newspaper is already running from " + this.options.data()
					+ "; stop it with deploy/local/stop, or name another folder with --data and --port-offset.");
		}
		StopCommand.end(running.values());
		long begin = System.nanoTime();
		Supervisor supervisor = new Supervisor(this.options, Ports.of(System.getenv(), this.options.portOffset()),
				this::printReady);
		Restarts restarts = new Restarts(supervisor, this.runFile, this.options.restart(), this.out);
		this.out.println("Bantin starts; its data and logs are in " + this.options.data() + ".");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(supervisor, restarts), "stop"));
		supervisor.start();
		this.runFile.write(supervisor);
		if (this.options.content()) {
			new ContentLoader(supervisor, this.options.data(), this.out).load();
		}
		this.out.printf("All ready after %.1f s.%n%n", (System.nanoTime() - begin) / 1e9);
		printWhatToTry(supervisor);
		supervisor.parts().forEach(restarts::watch);
		try {
			this.stopped.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void shutDown(Supervisor supervisor, Restarts restarts) {
		restarts.stop();
		this.out.println("Stopping …");
		supervisor.close();
		try {
			this.runFile.delete();
		}
		catch (IOException ex) {
			this.out.println("Left behind: " + ex.getMessage());
		}
		this.out.println("Stopped.");
		this.stopped.countDown();
	}

	private void printReady(String part, Duration after) {
		this.out.printf("  %-20s ready after %5.1f s%n", part, after.toMillis() / 1000.0);
	}

	private void printWhatToTry(Supervisor supervisor) {
		this.out.printf("""
				The newspaper      %1$s/
				Its API            %1$s/api/articles
				Newsroom login     %1$s/dang-nhap   writer / writer, editor / editor
				Try                curl -s %1$s/api/articles?limit=3
				                   TOKEN=$(%2$sdeploy/local/token editor)
				                   curl -s %1$s/api/newsroom/articles -H "Authorization: Bearer $TOKEN"
				Stop               Ctrl-C, or deploy/local/stop
				""", supervisor.gateway(), issuer(supervisor));
	}

	/** What the token command has to be told when the ports were moved. */
	private static String issuer(Supervisor supervisor) {
		URI issuer = supervisor.issuer();
		return (issuer.getPort() != USUAL_ISSUER_PORT) ? "IDENTITY_ISSUER=" + issuer + " " : "";
	}

}
