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
		return Map.of("ARTICLE_SERVICE_URLS", services.address(), "RATING_SERVICE_URLS", services.address(),
				"WIDGET_SERVICE_URLS", services.address(), "GATEWAY_KEYS_DIR", keys.toString(), "GATEWAY_CREATE_KEYS",
				"true", "management.server.port", "0", "bantin.site.shared-for", "0s", "bantin.memory.size", "0");
	}

}
