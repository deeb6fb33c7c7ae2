package vn.bantin.gateway.identity;

import java.util.List;
import java.util.Optional;

import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;

/** Finds the reader of a request before Spring sees it. */
public final class ReaderLookup {

	private final ReaderCookies cookies;

	private final String name;

	ReaderLookup(ReaderCookies cookies, String name) {
		this.cookies = cookies;
		this.name = name;
	}

	/**
	 * The reader of a request.
	 * @param headers the values of its header {@code Cookie}
	 * @return the pseudonym, empty without a cookie whose signature is ours
	 */
	public Optional<String> pseudonym(List<String> headers) {
		return headers.stream()
			.flatMap((header) -> ServerCookieDecoder.STRICT.decodeAll(header).stream())
			.filter((cookie) -> cookie.name().equals(this.name))
			.findFirst()
			.map(Cookie::value)
			.flatMap(this.cookies::read)
			.map(Reader::pseudonym);
	}

}
