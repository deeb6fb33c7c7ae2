package vn.bantin.gateway.cache;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.bantin.gateway.identity.Newsroom;

/**
 * Tells which requests may get the same answer. A request that may get one of its own has
 * no key: the newsroom's, one with a reader's own vote in it, one for a part of a file.
 */
@Component
class CacheKeys {

	/** Never the same for two callers, or not worth keeping. */
	private static final List<String> OWN = List.of("/api/newsroom/", "/api/live", "/api/docs", "/actuator/",
			"/dang-nhap", "/dang-xuat", "/oauth2/", "/login", "/tuy-chon", "/.well-known/");

	private static final String RATING = "/rating";

	/** What pages take out of their query; whatever else stands there changes nothing. */
	private static final Set<String> OF_PAGES = Set.of("q", "cursor");

	private final Variants variants;

	CacheKeys(Variants variants) {
		this.variants = variants;
	}

	/**
	 * The key of a request.
	 * @return null when its answer may be its own
	 */
	@Nullable CacheKey of(String method, String target, HttpHeaders headers) {
		if (!(method.equals("GET") || method.equals("HEAD")) || !target.startsWith("/") || isOwn(target, headers)) {
			return null;
		}
		String cookies = headers.get(HttpHeaderNames.COOKIE);
		int question = target.indexOf('?');
		String path = (question < 0) ? target : target.substring(0, question);
		String query = (question < 0) ? "" : target.substring(question + 1);
		if (path.startsWith("/api/")) {
			boolean mayHaveVoted = cookies != null && path.endsWith(RATING) && cookies.contains("reader=");
			return mayHaveVoted ? null : new CacheKey(path, query, "");
		}
		if (path.startsWith("/assets/")) {
			return new CacheKey(path, "", "");
		}
		if (cookies == null) {
			return new CacheKey(path, ofPages(query), "");
		}
		if (cookies.contains(OwnVote.COOKIE) || Newsroom.isPossible(headers)) {
			return null;
		}
		return new CacheKey(path, ofPages(query), this.variants.of(cookies));
	}

	private static boolean isOwn(String target, HttpHeaders headers) {
		for (String own : OWN) {
			if (target.startsWith(own)) {
				return true;
			}
		}
		return headers.contains(HttpHeaderNames.AUTHORIZATION) || headers.contains(HttpHeaderNames.RANGE);
	}

	private static String ofPages(String query) {
		if (query.isEmpty()) {
			return "";
		}
		return Arrays.stream(query.split("&"))
			.filter((parameter) -> OF_PAGES.contains(parameter.substring(0, Math.max(0, parameter.indexOf('=')))))
			.sorted()
			.collect(Collectors.joining("&"));
	}

}
