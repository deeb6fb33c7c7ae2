package vn.bantin.article.reading.web;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import vn.bantin.article.ArticleMeters;
import vn.bantin.article.reading.Positions;

/**
 * Waits until this instance shows the event that the caller has already seen elsewhere.
 */
@Component
class SeenBarrier {

	private static final Duration LONGEST = Duration.ofMillis(500);

	private static final Pattern POSITION = Pattern.compile("articles-(\\d{1,5}):(\\d{1,18})");

	private final Positions positions;

	private final MeterRegistry meters;

	SeenBarrier(Positions positions, MeterRegistry meters) {
		this.positions = positions;
		this.meters = meters;
	}

	void await(HttpServletRequest request, HttpServletResponse response) {
		String seen = request.getHeader("X-Seen");
		if (seen == null) {
			return;
		}
		Matcher position = POSITION.matcher(seen);
		if (position.matches() && !this.positions.awaitPassed(Integer.parseInt(position.group(1)),
				Long.parseLong(position.group(2)), LONGEST)) {
			this.meters.counter(ArticleMeters.BEHIND.meter()).increment();
			response.setHeader("X-Behind", "true");
		}
	}

}
