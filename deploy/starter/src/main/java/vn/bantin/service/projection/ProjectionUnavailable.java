package vn.bantin.service.projection;

/** The view cannot be written at the moment, whatever the event. */
public final class ProjectionUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * For a reason.
	 * @param cause why it cannot be written
	 */
	public ProjectionUnavailable(Throwable cause) {
		super("The projection cannot be written: " + cause, cause);
	}

}
