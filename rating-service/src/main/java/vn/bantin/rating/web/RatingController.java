package vn.bantin.rating.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bantin.rating.casting.Casting;
import vn.bantin.rating.casting.NotAwaited;
import vn.bantin.rating.casting.UnknownArticle;
import vn.bantin.rating.observation.RatingMeters;
import vn.bantin.rating.ratable.RatableArticle;
import vn.bantin.rating.ratable.RatableArticles;
import vn.bantin.rating.reading.ArticleTally;
import vn.bantin.rating.reading.Tallies;
import vn.bantin.rating.reading.TopRated;
import vn.bantin.service.barrier.SeenEvent;

/** The HTTP of ratings. */
@RestController
class RatingController {

	private static final Duration MOVED_WITHIN = Duration.ofMillis(700);

	private static final Duration BARRIER = Duration.ofMillis(500);

	private static final String ASKED = "X-Asked";

	/** The gateway's timeout of 3 s, and a margin for clocks that differ. */
	private static final Duration AWAITED = Duration.ofSeconds(5);

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

	/**
	 * The rating of an article. With a reader's cookie it has the reader's own vote too.
	 * @param id the article's id
	 */
	@GetMapping("/api/articles/{id}/rating")
	ResponseEntity<RatingResponse> rating(@PathVariable String id, @AuthenticationPrincipal @Nullable Jwt reader,
			@RequestHeader(name = SeenEvent.HEADER, required = false) @Nullable String seen,
			HttpServletResponse response) {
		ArticleTally tally = this.tallies.find(id).orElseGet(() -> ArticleTally.none(id));
		if (tally.version() == 0 && this.articles.find(id).isEmpty()) {
			throw new UnknownArticle(id);
		}
		List<SeenEvent> events = SeenEvent.parse(seen).stream().filter(RatingController::isOfTallies).toList();
		// Several say how far the topic goes, and none has to be this article's.
		if (events.size() == 1) {
			SeenEvent event = events.getFirst();
			if (!this.tallies.awaitAt(id, event.partition().partition(), event.offset(), BARRIER)) {
				response.setHeader(SeenEvent.BEHIND, "true");
			}
			tally = this.tallies.find(id).orElse(tally);
		}
		Optional<Integer> mine = (reader != null) ? this.casting.mine(id, pseudonym(reader)) : Optional.empty();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.body(RatingResponse.of(tally, mine.orElse(null)));
	}

	private static boolean isOfTallies(SeenEvent event) {
		return event.partition().topic().equals("tallies");
	}

	/**
	 * Casts or changes the reader's vote. Who has no cookie yet becomes a reader and gets
	 * one. The same vote again changes nothing.
	 * @param id the article's id
	 */
	@PutMapping("/api/articles/{id}/rating/mine")
	ResponseEntity<VoteResponse> cast(@PathVariable String id, @RequestBody @Valid VoteRequest vote,
			@AuthenticationPrincipal Jwt reader,
			@RequestHeader(name = ASKED, required = false) @Nullable Instant asked) {
		Instant received = received(asked);
		long before = version(id);
		return answer(id, before, this.casting.cast(id, pseudonym(reader), vote.stars(), received));
	}

	/**
	 * Withdraws the reader's vote. Without a vote it changes nothing.
	 * @param id the article's id
	 */
	@DeleteMapping("/api/articles/{id}/rating/mine")
	ResponseEntity<VoteResponse> withdraw(@PathVariable String id, @AuthenticationPrincipal Jwt reader,
			@RequestHeader(name = ASKED, required = false) @Nullable Instant asked) {
		Instant received = received(asked);
		long before = version(id);
		return answer(id, before, this.casting.withdraw(id, pseudonym(reader), received));
	}

	/**
	 * When the gateway received the request; never later than now, whatever the gateway's
	 * clock says. A request that this instance handles too late is refused: the gateway
	 * has already told its reader to send it again.
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
	 * The vote is stored already; this only waits a little for the tally to move, so that
	 * the reader usually sees the vote in the number.
	 */
	private ResponseEntity<VoteResponse> answer(String id, long before, Casting.Outcome outcome) {
		boolean moved = !outcome.changed() || this.tallies.awaitAfter(id, before, MOVED_WITHIN);
		this.meters.counter(RatingMeters.VOTES.meter(), "did", did(outcome)).increment();
		if (!moved) {
			this.meters.counter(RatingMeters.UNCOUNTED.meter()).increment();
		}
		ArticleTally tally = this.tallies.find(id).orElseGet(() -> ArticleTally.none(id));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new VoteResponse(RatingResponse.of(tally, outcome.stars()), moved));
	}

	private static String did(Casting.Outcome outcome) {
		if (!outcome.changed()) {
			return "same";
		}
		return (outcome.stars() != null) ? "cast" : "withdrawn";
	}

	/**
	 * The best rated articles. A few good votes count less than many, so the order is
	 * that of a damped mean.
	 * @param days published within so many days
	 * @param limit how many at most
	 */
	@GetMapping("/api/articles/top-rated")
	TopRatedResponse topRated(@RequestParam(defaultValue = "30") @Min(1) @Max(365) int days,
			@RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
		Instant since = this.clock.instant().minus(Duration.ofDays(days));
		Map<String, RatableArticle> open = this.articles.openSince(since)
			.stream()
			.collect(Collectors.toMap(RatableArticle::id, Function.identity()));
		return new TopRatedResponse(TopRated.rank(this.tallies.find(open.keySet()), limit)
			.stream()
			.map((tally) -> TopRatedResponse.Item.of(Objects.requireNonNull(open.get(tally.article())), tally))
			.toList());
	}

}
