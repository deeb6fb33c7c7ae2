package vn.bantin.gateway.origin;

import org.jspecify.annotations.Nullable;

/** No instance of a service answered in time. */
public final class OriginUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * About a call.
	 * @param what was asked of whom
	 * @param cause why there was no answer
	 */
	public OriginUnavailable(String what, @Nullable Throwable cause) {
		super(what + ((cause != null) ? ": " + cause : ""), cause);
	}

}
