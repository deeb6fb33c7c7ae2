package vn.bantin.widget.fetching;

/** A provider's answer cannot be used; the last good value stays. */
final class Rejected extends Exception {

	private static final long serialVersionUID = 1L;

	Rejected(String reason) {
		super(reason);
	}

}
