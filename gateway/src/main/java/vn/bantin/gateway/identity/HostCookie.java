package vn.bantin.gateway.identity;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;

/**
 * A cookie of this host alone, which scripts do not see. Where the site has https its
 * name begins with {@code __Host-}, so that browsers take it from no other host.
 *
 * @param name its name
 * @param https whether the site is served by https
 */
record HostCookie(String name, boolean https) {

	static HostCookie of(String name, boolean https) {
		return new HostCookie(https ? "__Host-" + name : name, https);
	}

	Optional<String> read(ServerWebExchange exchange) {
		return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(this.name)).map(HttpCookie::getValue);
	}

	void set(ServerWebExchange exchange, String value, Duration kept) {
		exchange.getResponse()
			.addCookie(ResponseCookie.from(this.name, value)
				.path("/")
				.httpOnly(true)
				.secure(this.https)
				.sameSite("Lax")
				.maxAge(kept)
				.build());
	}

	void remove(ServerWebExchange exchange) {
		set(exchange, "", Duration.ZERO);
	}

}
