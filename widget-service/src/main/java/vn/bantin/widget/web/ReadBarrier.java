package vn.bantin.widget.web;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bantin.widget.newest.Newest;

/**
 * Makes an answer wait for the event that the caller has seen ({@code X-Seen}), and marks
 * one that could not wait any longer ({@code X-Behind}).
 */
@Component
class ReadBarrier {

	private static final Duration LIMIT = Duration.ofMillis(500);

	private static final Pattern SEEN = Pattern.compile("(forecasts|exchange-rates)-(\\d{1,5}):(\\d{1,18})");

	private final Newest newest;

	ReadBarrier(Newest newest) {
		this.newest = newest;
	}

	void awaitSeen(@Nullable String seen, HttpServletResponse response) {
		Matcher barrier = SEEN.matcher((seen != null) ? seen : "");
		if (!barrier.matches()) {
			return;
		}
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!this.newest.passed(barrier.group(1), Integer.parseInt(barrier.group(2)),
				Long.parseLong(barrier.group(3)))) {
			if (System.nanoTime() > end) {
				response.setHeader("X-Behind", "true");
				return;
			}
			LockSupport.parkNanos(5_000_000);
		}
	}

}
