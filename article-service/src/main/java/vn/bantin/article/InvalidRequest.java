package vn.bantin.article;

import java.util.List;

import vn.bantin.article.publishing.Fault;

/** A header or a parameter of the request is wrong; nothing was changed. */
public final class InvalidRequest extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Fault> faults;

	/**
	 * Refuses a request.
	 * @param detail what cannot be understood
	 * @param faults the headers or parameters at fault
	 */
	public InvalidRequest(String detail, List<Fault> faults) {
		super(detail);
		this.faults = List.copyOf(faults);
	}

	List<Fault> faults() {
		return this.faults;
	}

}
