package vn.bantin.rating.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.rating.observation.RatingMeters;
import vn.bantin.rating.casting.Casting;
import vn.bantin.rating.casting.NotAwaited;
import vn.bantin.rating.casting.UnknownArticle;
import vn.bantin.rating.ratable.RatableArticle;
import vn.bantin.rating.ratable.RatableArticles;
import vn.bantin.rating.reading.ArticleTally;
import vn.bantin.rating.reading.Tallies;
import vn.bantin.rating.reading.TopRated;

/** Ratings. */
@RestController
class RatingController {

	private static final Duration COUNTED_WITHIN = Duration.ofMillis(700);

	private static final Duration BARRIER = Duration.ofMillis(500);

	private static final String ASKED = "X-Asked";

	/**
	 * The gateway gives up on an answer after 3 s; the rest is for clocks that differ.
	 */
	private static final Duration AWAITED = Duration.ofSeconds(5);

	private static final Pattern SEEN = Pattern.compile("tallies-(\\d{1,5}):(\\d{1,18})");

	private final Casting casting;

	private final RatableArticles articles;

	private final Tallies tallies;

	private final Clock clock;

	private final MeterRegistry meters;

	RatingController(Casting casting, RatableArticles articles, Tallies tallies, Clock clock, MeterRegistry meters) {
		this.casting = casting;
		this.articles = articles;
		this.tallies = tallies;
		this.clock = clock;
		this.meters = meters;
	}

	@GetMapping("/api/articles/{id}/rating")
	ResponseEntity<?> rating(@PathVariable String id, @AuthenticationPrincipal @Nullable Jwt reader,
			@RequestHeader(name = "X-Seen", required = false) @Nullable String seen, HttpServletResponse response) {
		ArticleTally tally = this.tallies.find(id).orElseGet(() -> ArticleTally.none(id));
		if (tally.version() == 0 && this.articles.find(id).isEmpty()) {
			throw new UnknownArticle(id);
		}
		Matcher barrier = SEEN.matcher((seen != null) ? seen : "");
		if (barrier.matches()) {
			int partition = Integer.parseInt(barrier.group(1));
			long offset = Long.parseLong(barrier.group(2));
			if (!this.tallies.awaitAt(id, partition, offset, BARRIER)) {
				response.setHeader("X-Behind", "true");
			}
			tally = this.tallies.find(id).orElse(tally);
		}
		Optional<Integer> mine = (reader != null) ? this.casting.mine(id, pseudonym(reader)) : Optional.empty();
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(json(tally, mine.orElse(null)));
	}

	@PutMapping("/api/articles/{id}/rating/mine")
	ResponseEntity<?> cast(@PathVariable String id, @RequestBody JsonNode body, @AuthenticationPrincipal Jwt reader,
			@RequestHeader(name = ASKED, required = false) @Nullable Instant asked) {
		Stars stars = Stars.read(body);
		Instant received = received(asked);
		long before = version(id);
		Casting.Outcome outcome = this.casting.cast(id, pseudonym(reader), stars.value(), received);
		return counted(id, before, outcome);
	}

	@DeleteMapping("/api/articles/{id}/rating/mine")
	ResponseEntity<?> withdraw(@PathVariable String id, @AuthenticationPrincipal Jwt reader,
			@RequestHeader(name = ASKED, required = false) @Nullable Instant asked) {
		Instant received = received(asked);
		long before = version(id);
		Casting.Outcome outcome = this.casting.withdraw(id, pseudonym(reader), received);
		return counted(id, before, outcome);
	}

	/**
	 * When the reader's word was received, which is never later than now, whatever the
	 * gateway's clock says. One that this instance slept over is refused: its reader was
	 * told to send it again.
	 */
	private Instant received(@Nullable Instant asked) {
		Instant now = this.clock.instant();
		if (asked != null && asked.isBefore(now.minus(AWAITED))) {
			throw new NotAwaited(asked);
		}
		return (asked != null && asked.isBefore(now)) ? asked : now;
	}

	private static String pseudonym(Jwt reader) {
		return Objects.requireNonNull(reader.getSubject(), "A reader's token names the reader");
	}

	private long version(String id) {
		return this.tallies.find(id).map(ArticleTally::version).orElse(0L);
	}

	/**
	 * The vote is accepted already; this only waits a little so that its reader sees it
	 * in the number.
	 */
	private ResponseEntity<?> counted(String id, long before, Casting.Outcome outcome) {
		boolean counted = !outcome.changed() || this.tallies.awaitAfter(id, before, COUNTED_WITHIN);
		this.meters.counter(RatingMeters.VOTES.meter(), "did", did(outcome)).increment();
		if (!counted) {
			this.meters.counter(RatingMeters.UNCOUNTED.meter()).increment();
		}
		ArticleTally tally = this.tallies.find(id).orElseGet(() -> ArticleTally.none(id));
		Integer mine = outcome.stars();
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(json(tally, mine).put("counted", counted));
	}

	private static String did(Casting.Outcome outcome) {
		if (!outcome.changed()) {
			return "same";
		}
		return (outcome.stars() != null) ? "cast" : "withdrawn";
	}

	@GetMapping("/api/articles/top-rated")
	JsonNode topRated(@RequestParam MultiValueMap<String, String> parameters) {
		Range.refuseUnknown(parameters, "days", "limit");
		int days = new Range("days", 1, 365, 30).read(parameters);
		int limit = new Range("limit", 1, 100, 10).read(parameters);
		Instant since = this.clock.instant().minus(Duration.ofDays(days));
		Map<String, RatableArticle> open = this.articles.openSince(since)
			.stream()
			.collect(Collectors.toMap(RatableArticle::id, Function.identity()));
		List<ArticleTally> ranked = TopRated.rank(this.tallies.find(open.keySet()), limit);
		ArrayNode items = JsonNodeFactory.instance.arrayNode();
		for (ArticleTally tally : ranked) {
			RatableArticle article = open.get(tally.article());
			if (article != null) {
				items.addObject()
					.put("id", article.id())
					.put("title", article.title())
					.put("url", article.url())
					.put("published", article.published().toString())
					.put("sum", tally.sum())
					.put("count", tally.count())
					.put("mean", tally.mean());
			}
		}
		return JsonNodeFactory.instance.objectNode().set("items", items);
	}

	private static ObjectNode json(ArticleTally tally, @Nullable Integer mine) {
		ObjectNode json = JsonNodeFactory.instance.objectNode()
			.put("sum", tally.sum())
			.put("count", tally.count())
			.put("mean", tally.mean());
		ObjectNode stars = json.putObject("stars");
		tally.stars().forEach(stars::put);
		return json.put("version", tally.version()).put("mine", mine);
	}

}
