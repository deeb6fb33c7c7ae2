package vn.bantin.gateway.limit;

import java.util.Set;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * What a request is for, the least important first: in overload this is the order in
 * which classes are refused.
 */
enum RouteClass {

	/** Updates of an open page. */
	LIVE,
	/** Weather and rates. */
	WIDGET,
	/** What costs the article-service most. */
	SEARCH,
	/** All that readers may write. */
	VOTE,
	/** Pictures, style and scripts. */
	ASSET,
	/** Pages, and the API's articles and lists. */
	PAGE,
	/** To and from the identity provider. */
	LOGIN,
	/** What writers and editors do. */
	NEWSROOM,
	/** Health and meters, which are never refused for load. */
	OPERATIONS;

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	/**
	 * The class of a request. Whatever changes something and is not the newsroom's is a
	 * vote, so that no way to write an address leads past the limits of votes.
	 * @param method the request's method
	 * @param target the request's target as it was sent
	 * @return its class
	 */
	static RouteClass of(HttpMethod method, String target) {
		String path = path(target);
		if (path.startsWith("/api/newsroom/")) {
			return NEWSROOM;
		}
		if (path.startsWith("/oauth2/") || path.startsWith("/login/") || path.equals("/dang-nhap")
				|| path.equals("/dang-xuat")) {
			return LOGIN;
		}
		return SAFE.contains(method) ? ofRead(path, target) : VOTE;
	}

	private static RouteClass ofRead(String path, String target) {
		if (path.startsWith("/assets/") || path.startsWith("/api/media/")) {
			return ASSET;
		}
		if (path.equals("/tim-kiem") || path.equals("/api/articles") && asksForWords(target)) {
			return SEARCH;
		}
		if (path.startsWith("/api/widgets/")) {
			return WIDGET;
		}
		if (path.equals("/api/live")) {
			return LIVE;
		}
		return path.startsWith("/actuator/") ? OPERATIONS : PAGE;
	}

	private static String path(String target) {
		int query = target.indexOf('?');
		String path = (query < 0) ? target : target.substring(0, query);
		if (!path.startsWith("/")) {
			int authority = path.indexOf("://");
			int slash = (authority < 0) ? -1 : path.indexOf('/', authority + 3);
			path = (slash < 0) ? "/" : path.substring(slash);
		}
		return (path.indexOf('%') < 0 && path.indexOf(';') < 0) ? path : asRouted(path);
	}

	/** As Spring compares it: without parameters of its segments, and decoded. */
	private static String asRouted(String path) {
		try {
			return QueryStringDecoder.decodeComponent(path.replaceAll(";[^/]*", "").replace("+", "%2B"));
		}
		catch (IllegalArgumentException ex) {
			// Answered with 400 by those who read it.
			return path;
		}
	}

	private static boolean asksForWords(String target) {
		int query = target.indexOf('?');
		return query >= 0 && (target.startsWith("q=", query + 1) || target.indexOf("&q=", query) >= 0
				|| target.indexOf("%71=", query) >= 0);
	}

	boolean isLimitedByReader() {
		return this == VOTE;
	}

	/** Whether answers tell API clients how much they may still ask. */
	boolean isAnnounced() {
		return this == VOTE || this == SEARCH || this == NEWSROOM;
	}

}
