package vn.bantin.rating.web;

import java.io.IOException;

/** The body is larger than this kind of request may be. */
class TooLarge extends IOException {

	private static final long serialVersionUID = 1L;

	TooLarge(long limit) {
		super("The body of this request may have at most %d KiB.".formatted(limit / 1024));
	}

}
