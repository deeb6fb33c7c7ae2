package vn.bantin.gateway.site;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Thrown where there is no page to show; readers get one that says why. */
class PageRefused extends RuntimeException {

	private final HttpStatus status;

	private final @Nullable String reason;

	PageRefused(HttpStatus status) {
		this(status, null);
	}

	PageRefused(HttpStatus status, @Nullable String reason) {
		super("no page: " + status);
		this.status = status;
		this.reason = reason;
	}

	HttpStatus status() {
		return this.status;
	}

	/** What the newsroom says about it, for readers to see. */
	@Nullable String reason() {
		return this.reason;
	}

}
