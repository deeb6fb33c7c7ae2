package vn.bantin.gateway.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a login may lead back to: a path of the site that is not part of a login itself.
 */
final class SitePath {

	/** Longer ones do not fit beside the rest of a login's request. */
	private static final int LONGEST = 500;

	private static final String[] LOGIN = { "/dang-nhap", "/dang-xuat", "/login/", "/oauth2/" };

	private SitePath() {
	}

	/**
	 * Checks an address from an untrusted source.
	 * @param address the address
	 * @return the address when it is a path of the site, with or without a query
	 */
	static Optional<String> check(@Nullable String address) {
		if (address == null || address.length() > LONGEST || !address.startsWith("/") || address.startsWith("//")) {
			return Optional.empty();
		}
		if (Stream.of(LOGIN).anyMatch(address::startsWith)) {
			return Optional.empty();
		}
		try {
			// Refuses a backslash and control characters too, which browsers read as
			// slashes or leave out.
			URI uri = new URI(address);
			return (uri.getRawAuthority() == null) ? Optional.of(uri.toASCIIString()) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
