package vn.bantin.gateway.connection;

/** A request did not come in time; the cause of a failed decoder result. */
final class RequestTimeout extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RequestTimeout() {
		super("The request did not come in time", null, false, false);
	}

}
