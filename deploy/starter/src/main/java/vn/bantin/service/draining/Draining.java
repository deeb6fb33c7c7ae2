package vn.bantin.service.draining;

import java.time.Duration;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Drains connections before the server stops. A stopping server closes its kept-alive
 * connections, even under a request that is just arriving. So every answer first says
 * that its connection ends, which makes clients turn to another instance, and nothing
 * stops until no request has come for a while.
 */
public final class Draining implements ApplicationListener<ContextClosedEvent> {

	private static final Duration IDLE = Duration.ofSeconds(1);

	/** For clients that ignore the hint. */
	private static final Duration LONGEST = Duration.ofSeconds(3);

	private static final Duration POLL = Duration.ofMillis(20);

	private final ApplicationContext context;

	private final Duration idle;

	private final Duration longest;

	private volatile boolean served;

	private volatile boolean draining;

	private volatile long lastRequest;

	/**
	 * Drains when a context closes.
	 * @param context the service's own context; those below it close without draining
	 */
	public Draining(ApplicationContext context) {
		this(context, IDLE, LONGEST);
	}

	/**
	 * Drains with limits of its own.
	 * @param context the service's own context
	 * @param idle nothing stops until no request has come for this long
	 * @param longest after this long it stops anyway
	 */
	public Draining(ApplicationContext context, Duration idle, Duration longest) {
		this.context = context;
		this.idle = idle;
		this.longest = longest;
	}

	/**
	 * Notes a request.
	 * @return whether its answer has to end the connection
	 */
	public boolean onRequest() {
		this.served = true;
		if (this.draining) {
			this.lastRequest = System.nanoTime();
		}
		return this.draining;
	}

	/** Comes before any bean of the context stops. */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// Contexts below this one publish to it as well.
		if (event.getApplicationContext() == this.context && this.served) {
			drain();
		}
	}

	private void drain() {
		long begin = System.nanoTime();
		this.lastRequest = begin;
		this.draining = true;
		try {
			while (System.nanoTime() - this.lastRequest < this.idle.toNanos()
					&& System.nanoTime() - begin < this.longest.toNanos()) {
				Thread.sleep(POLL);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
