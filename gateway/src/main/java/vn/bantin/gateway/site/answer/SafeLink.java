package vn.bantin.gateway.site.answer;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides where a link may lead: to the web, to a mailbox or to a page of the site.
 * Everything else ({@code javascript:}, {@code data:}, addresses that only look relative)
 * is no link.
 */
public final class SafeLink {

	private static final Set<String> WEB = Set.of("http", "https");

	private SafeLink() {
	}

	/**
	 * Checks an address from an untrusted source.
	 * @param address the address
	 * @return the address when it may be linked to
	 */
	public static Optional<String> check(String address) {
		URI uri;
		try {
			uri = new URI(address.strip());
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
		return allowed(uri) ? Optional.of(uri.toString()) : Optional.empty();
	}

	/**
	 * Checks that an address stays on the site.
	 * @param address the address
	 * @return the address when it is a path of the site, with or without a query
	 */
	public static Optional<String> checkLocal(String address) {
		return check(address).filter((checked) -> checked.startsWith("/"));
	}

	private static boolean allowed(URI uri) {
		String scheme = uri.getScheme();
		if (scheme == null) {
			// "//host" names another host; only one slash stays here.
			return uri.getRawAuthority() == null && uri.getRawPath().startsWith("/")
					&& !uri.toString().startsWith("//");
		}
		String lower = scheme.toLowerCase(Locale.ROOT);
		if (WEB.contains(lower)) {
			return uri.getHost() != null && uri.getUserInfo() == null;
		}
		return lower.equals("mailto") && uri.getSchemeSpecificPart().contains("@");
	}

}
