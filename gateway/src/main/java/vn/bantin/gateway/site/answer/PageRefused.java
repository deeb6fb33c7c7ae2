package vn.bantin.gateway.site.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Thrown where there is no page to show; readers get one that says why. */
public class PageRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final @Nullable String reason;

	/**
	 * Refuses without a reason of its own.
	 * @param status the HTTP status, 4xx or 5xx
	 */
	public PageRefused(HttpStatus status) {
		this(status, null);
	}

	/**
	 * Refuses for a reason that the newsroom gave.
	 * @param status the HTTP status, 4xx or 5xx
	 * @param reason a sentence for readers, null for none
	 */
	public PageRefused(HttpStatus status, @Nullable String reason) {
		super("no page: " + status);
		this.status = status;
		this.reason = reason;
	}

	/**
	 * The status of the page that says why.
	 * @return 4xx or 5xx
	 */
	public HttpStatus status() {
		return this.status;
	}

	/**
	 * The newsroom's reason, for readers to see.
	 * @return null for none
	 */
	public @Nullable String reason() {
		return this.reason;
	}

}
