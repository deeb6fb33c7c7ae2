package vn.bantin.gateway.cdn;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A CDN in front of the gateway. Without a kind there is none.
 *
 * @param kind whose form purges have
 * @param purgeUrl where they are sent: {@code https://api.fastly.com/service/{id}/purge}
 * or {@code https://api.cloudflare.com/client/v4/zones/{id}/purge_cache}
 * @param token lets the gateway purge
 */
@ConfigurationProperties("bantin.cdn")
record CdnProperties(@Nullable Kind kind, @Nullable URI purgeUrl, @Nullable String token) {

	CdnProperties {
		if (kind != null && (purgeUrl == null || token == null || token.isBlank())) {
			throw new IllegalArgumentException("A CDN needs bantin.cdn.purge-url and bantin.cdn.token too");
		}
	}

	/** Whose form purges have. */
	enum Kind {

		/** Fastly: keys in a header, at most 256, marked stale instead of removed. */
		FASTLY,
		/** Cloudflare: tags in JSON, at most 30, removed. */
		CLOUDFLARE

	}

}
