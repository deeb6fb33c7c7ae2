package vn.bantin.gateway.origin;

import org.jspecify.annotations.Nullable;

/** No instance of a service answered in time. */
public final class OriginUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean alive;

	/**
	 * About a call.
	 * @param what was asked of whom
	 * @param cause why there was no answer
	 * @param alive whether others had their answers from the same instance meanwhile
	 */
	public OriginUnavailable(String what, @Nullable Throwable cause, boolean alive) {
		super(what + ((cause != null) ? ": " + cause : ""), cause);
		this.alive = alive;
	}

	boolean isAlive() {
		return this.alive;
	}

}
