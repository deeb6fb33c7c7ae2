package vn.bantin.gateway.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * Which requests may come from the newsroom, told from their headers alone. It is said at
 * no cost and errs on the safe side: a request that is not the newsroom's may count as
 * one, never the other way round.
 */
public final class Newsroom {

	/** The cookie of a login. */
	static final String COOKIE = "newsroom";

	private Newsroom() {
	}

	/**
	 * Whether a request may come from somebody who is logged in. What it gets may be
	 * meant for this person alone.
	 * @param headers the request's headers
	 * @return true with the cookie of a login, valid or not, or with any
	 * {@code Authorization}
	 */
	public static boolean isPossible(HttpHeaders headers) {
		return headers.contains(HttpHeaderNames.AUTHORIZATION) || isPossible(headers.getAll(HttpHeaderNames.COOKIE));
	}

	/**
	 * Whether there may be the cookie of a login. Searching for the name wherever it
	 * stands finds it however a decoder of cookies splits them.
	 */
	static boolean isPossible(Iterable<String> cookies) {
		for (String header : cookies) {
			if (header.contains(COOKIE)) {
				return true;
			}
		}
		return false;
	}

}
