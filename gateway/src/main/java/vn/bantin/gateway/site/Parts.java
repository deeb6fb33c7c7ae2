package vn.bantin.gateway.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import vn.bantin.gateway.identity.Audience;
import vn.bantin.gateway.identity.InnerTokens;
import vn.bantin.gateway.identity.Reader;
import vn.bantin.gateway.origin.OriginAnswer;
import vn.bantin.gateway.origin.OriginUnavailable;
import vn.bantin.gateway.origin.Origins;
import vn.bantin.gateway.site.content.Board;
import vn.bantin.gateway.site.content.Chart;
import vn.bantin.gateway.site.content.Fields;
import vn.bantin.gateway.site.content.Forecast;
import vn.bantin.gateway.site.content.Name;
import vn.bantin.gateway.site.content.Story;
import vn.bantin.gateway.site.content.StoryList;
import vn.bantin.gateway.site.content.Tally;
import vn.bantin.gateway.site.content.TopRated;

/**
 * Gets what pages are made of. What a page is about must come or the page says why not;
 * everything else comes in time or is left out.
 */
@Component
class Parts {

	private static final Logger logger = LoggerFactory.getLogger(Parts.class);

	private static final String CHARTED = "USD";

	private static final int CHARTED_DAYS = 30;

	private final Origins origins;

	private final InnerTokens tokens;

	private final JsonMapper json;

	private final SiteProperties properties;

	/**
	 * The sections hardly ever change, and every page has them: the last known ones
	 * bridge an outage.
	 */
	private final AtomicReference<List<Name>> lastSections = new AtomicReference<>(List.of());

	private final Shared<List<Name>> sections;

	private final Shared<StoryList> lists;

	private final Shared<List<TopRated>> topRated;

	private final Shared<Forecast> forecasts;

	private final Shared<List<Name>> places;

	private final Shared<Board> boards;

	private final Shared<Optional<Chart>> charts;

	Parts(Origins origins, InnerTokens tokens, JsonMapper json, SiteProperties properties) {
		this.origins = origins;
		this.tokens = tokens;
		this.json = json;
		this.properties = properties;
		Duration within = properties.partWithin();
		this.sections = shared(Audience.ARTICLE, within, (fields) -> Name.readAll(fields.list("items")));
		this.lists = shared(Audience.ARTICLE, properties.listWithin(), StoryList::read);
		this.topRated = shared(Audience.RATING, within, (fields) -> TopRated.readAll(fields.list("items")));
		this.forecasts = shared(Audience.WIDGET, within, Forecast::read);
		this.places = shared(Audience.WIDGET, within, Parts::available);
		this.boards = shared(Audience.WIDGET, within, Board::read);
		this.charts = shared(Audience.WIDGET, within, Chart::read);
	}

	private <T> Shared<T> shared(Audience service, Duration within, Function<Fields, T> reading) {
		return new Shared<>((path) -> part(service, path, null, within, reading), this.properties.sharedFor());
	}

	private static List<Name> available(Fields fields) {
		return Name.readAll(fields.list("items").stream().filter((place) -> place.flag("available", true)).toList());
	}

	Mono<Story> story(String id) {
		return asked("/api/articles/" + id).flatMap((fields) -> Mono.justOrEmpty(Story.read(fields)))
			.switchIfEmpty(Mono.error(() -> new PageRefused(HttpStatus.SERVICE_UNAVAILABLE)));
	}

	/** The list that a page is about. */
	Mono<StoryList> list(String query) {
		return asked("/api/articles?" + query).map(StoryList::read);
	}

	/** A list that stands beside something else. */
	Mono<StoryList> listBeside(String query) {
		return this.lists.get("/api/articles?" + query).map((list) -> list.orElse(StoryList.EMPTY));
	}

	Mono<List<Story>> photoStories(int limit) {
		return listBeside("kind=photo-story&limit=" + limit).map(StoryList::items);
	}

	Mono<List<Name>> sections() {
		return this.sections.get("/api/sections").map((found) -> {
			found.filter((names) -> !names.isEmpty()).ifPresent(this.lastSections::set);
			return found.orElseGet(this.lastSections::get);
		});
	}

	/** With the reader's own vote, where the reader can have one. */
	Mono<Optional<Tally>> tally(String id, Optional<Reader> reader) {
		return Mono
			.defer(() -> part(Audience.RATING, "/api/articles/" + id + "/rating",
					reader.map((it) -> this.tokens.reader(it, Audience.RATING)).orElse(null),
					this.properties.partWithin(), Tally::read))
			.map((tally) -> tally.flatMap(Function.identity()));
	}

	/** What readers liked best. */
	Mono<List<TopRated>> topRated(int limit) {
		return this.topRated.get("/api/articles/top-rated?limit=" + limit).map((rated) -> rated.orElse(List.of()));
	}

	Mono<Optional<Forecast>> forecast(String place) {
		return this.forecasts.get("/api/widgets/weather?place=" + place);
	}

	Mono<List<Name>> places() {
		return this.places.get("/api/widgets/weather/places").map((places) -> places.orElse(List.of()));
	}

	Mono<Optional<Board>> board() {
		return this.boards.get("/api/widgets/exchange-rates");
	}

	/** How the selling rate of the currency most asked for went lately. */
	Mono<Optional<Chart>> chart() {
		return this.charts.get("/api/widgets/exchange-rates/" + CHARTED + "/history?days=" + CHARTED_DAYS)
			.map((chart) -> chart.flatMap(Function.identity()));
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Mono<Fields> asked(String path) {
		return answer(Audience.ARTICLE, path, null).timeout(this.properties.articleWithin())
			.map(this::understood)
			.onErrorMap(Parts::isAway, (ex) -> {
				logger.warn("No page without {}: {}", path, ex.toString());
				return new PageRefused(HttpStatus.SERVICE_UNAVAILABLE);
			});
	}

	private Fields understood(OriginAnswer answer) {
		return switch (answer.status()) {
			case 200 -> fields(answer);
			case 400, 404 -> throw new PageRefused(HttpStatus.NOT_FOUND);
			case 410 -> throw new PageRefused(HttpStatus.GONE, fields(answer).text("reason").orElse(null));
			default -> throw new PageRefused(HttpStatus.SERVICE_UNAVAILABLE);
		};
	}

	private <T> Mono<Optional<T>> part(Audience service, String path, @Nullable String token, Duration within,
			Function<Fields, T> reading) {
		return answer(service, path, token).timeout(within)
			.filter((answer) -> answer.status() == HttpStatus.OK.value())
			.map((answer) -> Optional.of(reading.apply(fields(answer))))
			.defaultIfEmpty(Optional.empty())
			.onErrorResume(Parts::isAway, (ex) -> {
				logger.info("Left out {}: {}", path, ex.toString());
				return Mono.just(Optional.empty());
			});
	}

	/**
	 * A call goes on to its own end when the page no longer waits for it. Cancelled
	 * between head and body of an answer, the client would lose the body's buffers.
	 */
	private Mono<OriginAnswer> answer(Audience service, String path, @Nullable String token) {
		return this.origins.get(service, path, token).cache();
	}

	private Fields fields(OriginAnswer answer) {
		return new Fields(this.json.readTree(answer.body()));
	}

	/** Away, too late, or answering what is not JSON. */
	private static boolean isAway(Throwable failure) {
		return failure instanceof OriginUnavailable || failure instanceof TimeoutException
				|| failure instanceof JacksonException;
	}

}
