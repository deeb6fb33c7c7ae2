package vn.bantin.gateway.cache;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.http.server.reactive.SslInfo;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Flux;

/**
 * A request of the memory's own, for everybody who asks the same. It has nothing of any
 * caller's, so nothing of a caller's can be in the answer.
 */
final class FillRequest extends AbstractServerHttpRequest {

	private final String choices;

	FillRequest(URI site, CacheKey key) {
		super(HttpMethod.GET, site.resolve(key.target()), null, headers(site, key));
		this.choices = key.choices();
	}

	private static HttpHeaders headers(URI site, CacheKey key) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.HOST, site.getAuthority());
		headers.set(HttpHeaders.ACCEPT, key.isPage() ? MediaType.TEXT_HTML_VALUE : MediaType.ALL_VALUE);
		if (!key.choices().isEmpty()) {
			headers.set(HttpHeaders.COOKIE, key.choices());
		}
		return headers;
	}

	@Override
	protected MultiValueMap<String, HttpCookie> initCookies() {
		MultiValueMap<String, HttpCookie> cookies = new LinkedMultiValueMap<>();
		for (String choice : this.choices.split("; ")) {
			int equals = choice.indexOf('=');
			if (equals > 0) {
				String name = choice.substring(0, equals);
				cookies.add(name, new HttpCookie(name, choice.substring(equals + 1)));
			}
		}
		return cookies;
	}

	@Override
	protected @Nullable SslInfo initSslInfo() {
		return null;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T getNativeRequest() {
		return (T) this;
	}

	@Override
	public Flux<DataBuffer> getBody() {
		return Flux.empty();
	}

}
