package vn.bantin.gateway.origin;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.identity.Audience;

/**
 * No instance of a service answered in time. It has no stack trace: hundreds are thrown a
 * second while a service is away, and each says where it comes from.
 */
public final class OriginUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean alive;

	private final boolean asked;

	/**
	 * About a call.
	 * @param what was asked of whom
	 * @param cause why there was no answer
	 * @param alive whether others had their answers from the same instance meanwhile
	 */
	public OriginUnavailable(String what, @Nullable Throwable cause, boolean alive) {
		this(what + ((cause != null) ? ": " + cause : ""), cause, alive, true);
	}

	private OriginUnavailable(String message, @Nullable Throwable cause, boolean alive, boolean asked) {
		super(message, cause, false, false);
		this.alive = alive;
		this.asked = asked;
	}

	/**
	 * About a call that was not worth it.
	 * @param service which would most likely not have answered
	 * @return a failure of a request that nobody got
	 */
	public static OriginUnavailable unasked(Audience service) {
		return new OriginUnavailable(service.code() + " answers too little to be asked", null, false, false);
	}

	boolean isAlive() {
		return this.alive;
	}

	/**
	 * Whether the service may have got the request.
	 * @return false when nothing was sent
	 */
	public boolean isAsked() {
		return this.asked;
	}

}
