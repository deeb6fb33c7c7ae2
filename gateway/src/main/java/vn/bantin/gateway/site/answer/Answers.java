package vn.bantin.gateway.site.answer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.cache.Dependencies;
import vn.bantin.gateway.cache.Shown;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.origin.Origin;

/**
 * Asks the services for what pages show. What a page is about must come, or the page says
 * why not; everything else comes in time or is left out.
 */
@Component
public class Answers {

	private static final Logger logger = LoggerFactory.getLogger(Answers.class);

	private final OriginClient client;

	private final JsonMapper json;

	private final AnswerProperties limits;

	private final Changes changes;

	Answers(OriginClient client, JsonMapper json, AnswerProperties limits, Changes changes) {
		this.client = client;
		this.json = json;
		this.limits = limits;
		this.changes = changes;
	}

	/**
	 * Gets what a page is about from article-service.
	 * @param path path and query, encoded
	 * @return the answer; fails with {@link PageRefused} when there is no page to show
	 */
	public Mono<Fields> required(String path) {
		return Mono.defer(() -> this.client.send(HttpMethod.GET, Origin.ARTICLE, path, null, null))
			.timeout(this.limits.articleWithin())
			.flatMap((answer) -> noted(path, answer))
			.map(this::page)
			.onErrorMap(Answers::isUnavailable, (ex) -> {
				logger.warn("No page without {}: {}", path, ex.toString());
				return new PageRefused(HttpStatus.SERVICE_UNAVAILABLE);
			});
	}

	private Mono<OriginAnswer> noted(String path, OriginAnswer answer) {
		JsonNode content = (answer.status() == HttpStatus.OK.value()) ? this.json.readTree(answer.body())
				: this.json.missingNode();
		return Dependencies.note(answer, (dependencies) -> {
			dependencies.on(Shown.by(path, content));
			if (answer.behind()) {
				dependencies.behind();
			}
		});
	}

	private Fields page(OriginAnswer answer) {
		return switch (answer.status()) {
			case 200 -> fields(answer);
			case 400, 404 -> throw new PageRefused(HttpStatus.NOT_FOUND);
			case 410 -> throw new PageRefused(HttpStatus.GONE, fields(answer).text("reason").orElse(null));
			default -> throw new PageRefused(HttpStatus.SERVICE_UNAVAILABLE);
		};
	}

	/**
	 * Gets something that a page can do without.
	 * @param <T> what the answer is read into
	 * @param origin the service
	 * @param path path and query, encoded
	 * @param token the inner token, null for a public resource
	 * @param reader reads the answer
	 * @return empty when it did not come in time
	 */
	public <T> Mono<Optional<T>> optional(Origin origin, String path, @Nullable String token,
			Function<Fields, T> reader) {
		return part(origin, path, token, reader, this.limits.partWithin()).flatMap(Part::noted);
	}

	private <T> Mono<Part<T>> part(Origin origin, String path, @Nullable String token, Function<Fields, T> reader,
			Duration within) {
		return Mono.defer(() -> this.client.send(HttpMethod.GET, origin, path, token, null))
			.timeout(within)
			.filter((answer) -> answer.status() == HttpStatus.OK.value())
			.map((answer) -> part(path, answer, reader))
			.defaultIfEmpty(Part.missing())
			.onErrorResume(Answers::isUnavailable, (ex) -> {
				logger.info("Left out {}: {}", path, ex.toString());
				return Mono.just(Part.missing());
			});
	}

	private <T> Part<T> part(String path, OriginAnswer answer, Function<Fields, T> reader) {
		Fields fields = fields(answer);
		return new Part<>(Optional.of(reader.apply(fields)), Shown.by(path, fields.node()), answer.behind());
	}

	/**
	 * A cache of what many pages show and can do without.
	 * @param <T> what an answer is read into
	 * @param origin the service
	 * @param reader reads an answer
	 * @return gets the answer at a path with its query; empty when it did not come in
	 * time
	 */
	public <T> Function<String, Mono<Optional<T>>> cached(Origin origin, Function<Fields, T> reader) {
		return cached(origin, reader, this.limits.partWithin());
	}

	/**
	 * A cache of lists of articles, which may take longer.
	 * @param <T> what a list is read into
	 * @param reader reads a list
	 * @return gets the list at a path with its query; empty when it did not come in time
	 */
	public <T> Function<String, Mono<Optional<T>>> cachedLists(Function<Fields, T> reader) {
		return cached(Origin.ARTICLE, reader, this.limits.listWithin());
	}

	private <T> Function<String, Mono<Optional<T>>> cached(Origin origin, Function<Fields, T> reader, Duration within) {
		AnswerCache<T> cache = new AnswerCache<>((path) -> part(origin, path, null, reader, within), this.limits,
				this.changes);
		return (path) -> cache.get(path).flatMap(Part::noted);
	}

	/**
	 * Changes something.
	 * @param method PUT or DELETE
	 * @param origin the service
	 * @param path path and query, encoded
	 * @param token the inner token
	 * @param json the body, null for none
	 * @return the status of the answer; fails with {@link PageRefused} when there is none
	 */
	public Mono<Integer> change(HttpMethod method, Origin origin, String path, String token, byte @Nullable [] json) {
		return this.client.send(method, origin, path, token, json)
			.map(OriginAnswer::status)
			.onErrorMap(OriginUnavailable.class, (ex) -> new PageRefused(HttpStatus.SERVICE_UNAVAILABLE));
	}

	/**
	 * A text as part of a query.
	 * @param text any text
	 * @return the text, encoded
	 */
	public static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Fields fields(OriginAnswer answer) {
		return new Fields(this.json.readTree(answer.body()));
	}

	/** Away, too late, or answering what is not JSON. */
	private static boolean isUnavailable(Throwable failure) {
		return failure instanceof OriginUnavailable || failure instanceof TimeoutException
				|| failure instanceof JacksonException;
	}

}
