package vn.bantin.gateway.site.answer;

import vn.bantin.gateway.origin.Origin;

/**
 * A service that did not answer, or was not asked. It has no stack trace: hundreds are
 * thrown a second while a service is away, and the message says where it comes from.
 */
final class OriginUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OriginUnavailable(Origin origin, Throwable cause) {
		super("No answer from " + origin.service() + ": " + cause, cause, false, false);
	}

}
