package vn.bantin.local.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code stop}: stops the launcher, which stops its newspaper, and what it left behind.
 */
final class StopCommand {

	private final Options options;

	private final PrintStream out;

	private final RunFile runFile;

	StopCommand(Options options, PrintStream out) {
		this.options = options;
		this.out = out;
		this.runFile = new RunFile(options.data());
	}

	void run() throws IOException {
		Map<String, ProcessHandle> running = this.runFile.read();
		if (running.isEmpty()) {
			this.out.println("Nothing is running from " + this.options.data() + ".");
			return;
		}
		ProcessHandle launcher = running.remove(RunFile.LAUNCHER);
		if (launcher != null) {
			launcher.destroy();
			awaitExit(launcher, Duration.ofSeconds(120));
		}
		end(running.values());
		this.runFile.delete();
		this.out.println("Stopped.");
	}

	/** Ends processes whose launcher was killed. */
	static void end(Collection<ProcessHandle> orphans) {
		orphans.forEach(ProcessHandle::destroy);
		orphans.forEach((process) -> {
			if (!awaitExit(process, Duration.ofSeconds(15))) {
				process.destroyForcibly();
			}
		});
	}

	private static boolean awaitExit(ProcessHandle process, Duration limit) {
		try {
			process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException | TimeoutException ex) {
			return !process.isAlive();
		}
	}

}
