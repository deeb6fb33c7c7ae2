package vn.bantin.gateway.connection;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The headers of every answer that keep browsers careful, after OWASP's list of secure
 * headers. What scripts a page may run is said where pages are made.
 */
@Component
public class SecurityHeaders {

	private final Map<String, String> all;

	SecurityHeaders(@Value("${bantin.https}") boolean https) {
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("X-Content-Type-Options", "nosniff");
		headers.put("X-Frame-Options", "DENY");
		headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
		headers.put("Cross-Origin-Opener-Policy", "same-origin");
		headers.put("Cross-Origin-Resource-Policy", "same-origin");
		headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
		if (https) {
			headers.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
		}
		this.all = Map.copyOf(headers);
	}

	/**
	 * All of them.
	 * @return name to value
	 */
	public Map<String, String> all() {
		return this.all;
	}

}
