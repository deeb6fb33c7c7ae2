package vn.bantin.gateway.cache;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import vn.bantin.gateway.change.Tag;

/** Turns what Spring answered into an answer that is kept. */
final class Keeping {

	/** Said anew with every answer, or about one connection. */
	private static final Set<String> CHANGING = Set.of("content-length", "transfer-encoding", "connection",
			"keep-alive", "etag", "date", "age", "vary", "cache-status", "x-behind", "surrogate-control",
			"surrogate-key");

	private static final Set<String> COMPRESSIBLE = Set.of("text/html", "text/css", "text/javascript", "text/plain",
			"application/javascript", "application/json", "application/problem+json", "image/svg+xml",
			"application/xml", "application/rss+xml", "application/atom+xml", "application/feed+json");

	/** Below it a coding saves no packet. */
	private static final int COMPRESSED_FROM = 1024;

	private final boolean cdn;

	private final LongSupplier nanos;

	/** Begins anew with each process, so that no two answers ever share an entity tag. */
	private final AtomicLong generation = new AtomicLong(System.currentTimeMillis() << 10);

	/**
	 * Keeps answers.
	 * @param cdn whether a CDN stands in front and is told what answers show
	 * @param nanos the time in nanoseconds
	 */
	Keeping(boolean cdn, LongSupplier nanos) {
		this.cdn = cdn;
		this.nanos = nanos;
	}

	/**
	 * The answer to keep.
	 * @return empty when it may not be kept
	 */
	Optional<CachedAnswer> keep(CacheKey key, Captured captured, Dependencies dependencies) {
		return Lifetime.of(key, captured, dependencies).map((lifetime) -> keep(key, captured, dependencies, lifetime));
	}

	private CachedAnswer keep(CacheKey key, Captured captured, Dependencies dependencies, Lifetime lifetime) {
		boolean compressible = captured.body().length >= COMPRESSED_FROM
				&& isCompressible(captured.headers().getContentType());
		Set<Tag> tags = dependencies.tags();
		Representation identity = new Representation(Coding.IDENTITY, captured.body(),
				entityTag(captured, dependencies));
		return new CachedAnswer(HttpResponseStatus.valueOf(captured.status().value()),
				headers(key, captured, tags, lifetime, compressible), identity, compressible, tags,
				dependencies.version(), lifetime, this.nanos.getAsLong());
	}

	/**
	 * A service's own entity tag is of the same bytes. A page's says which state of its
	 * article it shows, and is never given again.
	 */
	private String entityTag(Captured captured, Dependencies dependencies) {
		String own = captured.headers().getETag();
		return (own != null && own.startsWith("\"")) ? own.substring(1, own.length() - 1)
				: dependencies.version().tag(Long.toString(this.generation.getAndIncrement(), Character.MAX_RADIX));
	}

	private HttpHeaders headers(CacheKey key, Captured captured, Set<Tag> tags, Lifetime lifetime,
			boolean compressible) {
		HttpHeaders kept = new DefaultHttpHeaders(false);
		captured.headers().forEach((name, values) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (!CHANGING.contains(lower)) {
				kept.add(lower, values);
			}
		});
		if (!kept.contains("cache-control")) {
			kept.set("cache-control", "no-cache");
		}
		String vary = vary(key, compressible);
		if (vary != null) {
			kept.set("vary", vary);
		}
		if (this.cdn && !lifetime.isForever()) {
			kept.set("surrogate-control", lifetime.surrogateControl());
			if (!tags.isEmpty()) {
				kept.set("surrogate-key", tags.stream().map(Tag::value).sorted().collect(Collectors.joining(" ")));
			}
		}
		return kept;
	}

	private static @Nullable String vary(CacheKey key, boolean compressible) {
		List<String> vary = key.isPage() ? List.of("Accept-Encoding", "Cookie")
				: compressible ? List.of("Accept-Encoding") : List.of();
		return vary.isEmpty() ? null : String.join(", ", vary);
	}

	private static boolean isCompressible(@Nullable MediaType type) {
		return type != null && COMPRESSIBLE.contains(type.getType() + "/" + type.getSubtype());
	}

	/** Headers that an answer has whether it is kept or not. */
	static boolean isPassedOn(Map.Entry<String, List<String>> header) {
		return !CHANGING.contains(header.getKey().toLowerCase(Locale.ROOT)) || header.getKey().equalsIgnoreCase("etag")
				|| header.getKey().equalsIgnoreCase("vary");
	}

}
