package vn.bantin.gateway.site;

import java.nio.file.Path;
import java.util.Map;

/** The properties of a gateway in front of stub services. */
final class SiteSettings {

	private SiteSettings() {
	}

	/**
	 * Every page is made anew and asks for all of its parts, since a test changes them
	 * between pages.
	 */
	static Map<String, String> of(StubServices services, Path keys) {
		return Map.ofEntries(Map.entry("ARTICLE_SERVICE_URLS", services.address()),
				Map.entry("RATING_SERVICE_URLS", services.address()),
				Map.entry("WIDGET_SERVICE_URLS", services.address()), Map.entry("GATEWAY_KEYS_DIR", keys.toString()),
				Map.entry("GATEWAY_CREATE_KEYS", "true"), Map.entry("management.server.port", "0"),
				Map.entry("bantin.site.shared-for", "0s"), Map.entry("bantin.site.last-good-for", "0s"),
				Map.entry("bantin.memory.size", "0"), Map.entry("SITE_URL", "https://bantin.example"),
				Map.entry("SITE_ALIASES", "localhost,127.0.0.1"));
	}

}
