package vn.bantin.rating.web;

import java.time.Instant;

/** A request is so old that the gateway has given up on its answer. */
final class NotAwaited extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotAwaited(Instant asked) {
		super("The request of " + asked + " came too late to be carried out; send it again.");
	}

}
