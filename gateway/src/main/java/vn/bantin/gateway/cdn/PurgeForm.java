package vn.bantin.gateway.cdn;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient.RequestBodySpec;
import vn.bantin.gateway.cdn.CdnProperties.Kind;

/**
 * How a CDN wants to hear of keys that are out of date.
 *
 * @param kind whose form it is
 * @param token lets the gateway purge
 */
record PurgeForm(Kind kind, String token) {

	/** Fastly's limit of keys in one request ("Purge multiple surrogate keys"). */
	private static final int MOST_AT_FASTLY = 256;

	/** Cloudflare's limit of tags in one request ("Purge cache by cache-tags"). */
	private static final int MOST_AT_CLOUDFLARE = 30;

	int most() {
		return switch (this.kind) {
			case FASTLY -> MOST_AT_FASTLY;
			case CLOUDFLARE -> MOST_AT_CLOUDFLARE;
		};
	}

	/**
	 * Fills in a request.
	 * @param request a POST
	 * @param keys what is out of date
	 * @param gone whether it may not be given out any more, not even while a new answer
	 * is fetched
	 */
	void fill(RequestBodySpec request, List<String> keys, boolean gone) {
		switch (this.kind) {
			case FASTLY -> {
				request.header("Fastly-Key", this.token).header("Surrogate-Key", String.join(" ", keys));
				if (!gone) {
					request.header("Fastly-Soft-Purge", "1");
				}
			}
			case CLOUDFLARE ->
				request.header(HttpHeaders.AUTHORIZATION, "Bearer " + this.token).bodyValue(Map.of("tags", keys));
		}
	}

}
