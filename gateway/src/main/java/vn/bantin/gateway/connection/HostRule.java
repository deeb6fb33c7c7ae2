package vn.bantin.gateway.connection;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.bantin.gateway.connection.Refused.Reason;

/**
 * A request names the site as it is called. Otherwise a stranger's name could get into
 * answers that are kept for everybody.
 */
@Component
class HostRule {

	/** The same whatever the site is called; services ask for it by an inner address. */
	private static final String KEYS = "/.well-known/jwks.json";

	private static final Pattern AUTHORITY = Pattern.compile("([\\p{Alnum}._-]+|\\[[\\p{XDigit}:.]+])(:\\d{0,5})?");

	/** There are few that are ours, in few spellings, but every port has its own. */
	private static final int MOST_REMEMBERED = 64;

	private final Set<String> names;

	/** Headers that were found right, since nearly all requests have the same. */
	private final Set<String> right = ConcurrentHashMap.newKeySet();

	HostRule(SiteNames names) {
		this.names = names.all();
	}

	/**
	 * Looks at the one {@code Host}, and takes an absolute target's path for all of it.
	 */
	void check(HttpRequest request) {
		List<String> hosts = request.headers().getAll(HttpHeaderNames.HOST);
		if (hosts.size() == 1 && request.uri().startsWith("/") && this.right.contains(hosts.getFirst())) {
			return;
		}
		if (hosts.size() != 1 || !AUTHORITY.matcher(hosts.getFirst()).matches()) {
			throw Refused.invalid(Reason.FRAMING, "Host", String.join(", ", hosts), "one name, and a port if need be");
		}
		String target = request.uri();
		if (!target.startsWith("/") && target.indexOf("://") > 0) {
			String authority = authority(target);
			requireOurs(authority);
			request.setUri(path(target));
			request.headers().set(HttpHeaderNames.HOST, authority);
		}
		else if (!target.equals(KEYS)) {
			requireOurs(hosts.getFirst());
			if (this.right.size() < MOST_REMEMBERED) {
				this.right.add(hosts.getFirst());
			}
		}
	}

	private static String authority(String target) {
		String scheme = target.substring(0, target.indexOf("://")).toLowerCase(Locale.ROOT);
		String rest = target.substring(target.indexOf("://") + 3);
		String authority = rest.split("[/?]", 2)[0];
		if (!(scheme.equals("http") || scheme.equals("https")) || !AUTHORITY.matcher(authority).matches()) {
			throw Refused.invalid(Reason.TARGET, "target", target, "a path of this site");
		}
		return authority;
	}

	private static String path(String target) {
		String rest = target.substring(target.indexOf("://") + 3);
		String path = rest.substring(rest.split("[/?]", 2)[0].length());
		return path.startsWith("/") ? path : "/" + path;
	}

	private void requireOurs(String authority) {
		int port = authority.lastIndexOf(':');
		String name = (port > authority.lastIndexOf(']')) ? authority.substring(0, port) : authority;
		if (!this.names.contains(name) && !this.names.contains(name.toLowerCase(Locale.ROOT))) {
			throw new Refused(Reason.HOST, HttpStatus.MISDIRECTED_REQUEST, "misdirected", "Not this site",
					"There is no site called " + name + " here.");
		}
	}

}
