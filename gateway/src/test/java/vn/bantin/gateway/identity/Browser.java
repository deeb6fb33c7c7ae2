package vn.bantin.gateway.identity;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A browser that keeps cookies and follows no redirect by itself. */
final class Browser {

	private final Map<String, String> cookies = new ConcurrentHashMap<>();

	private String site;

	Browser(int port) {
		this.site = "http://127.0.0.1:" + port;
	}

	/** The same browser comes to another gateway, as behind a load balancer. */
	void comesTo(int port) {
		this.site = "http://127.0.0.1:" + port;
	}

	Map<String, String> cookies() {
		return this.cookies;
	}

	EntityExchangeResult<String> get(String path) {
		return send(HttpMethod.GET, path);
	}

	EntityExchangeResult<String> post(String path) {
		return send(HttpMethod.POST, path);
	}

	/** Where a path leads to. */
	URI follow(String path) {
		return Objects.requireNonNull(get(path).getResponseHeaders().getLocation(), path);
	}

	private EntityExchangeResult<String> send(HttpMethod method, String path) {
		EntityExchangeResult<String> answer = WebTestClient.bindToServer()
			.baseUrl(this.site)
			.build()
			.method(method)
			.uri(URI.create(this.site + path))
			.header("Accept", path.startsWith("/api/") ? "application/json" : "text/html")
			.header("Sec-Fetch-Site", "same-origin")
			.cookies((sent) -> sent.setAll(this.cookies))
			.exchange()
			.expectBody(String.class)
			.returnResult();
		for (ResponseCookie cookie : answer.getResponseCookies().toSingleValueMap().values()) {
			if (cookie.getMaxAge().isZero()) {
				this.cookies.remove(cookie.getName());
			}
			else {
				this.cookies.put(cookie.getName(), cookie.getValue());
			}
		}
		return answer;
	}

}
