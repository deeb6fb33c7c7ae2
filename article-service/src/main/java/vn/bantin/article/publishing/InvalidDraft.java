package vn.bantin.article.publishing;

import java.util.List;

/** The draft breaks rules; each is named, and nothing was changed. */
public final class InvalidDraft extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Fault> faults;

	InvalidDraft(List<Fault> faults) {
		super("The draft has %d fault(s), the first at %s".formatted(faults.size(), faults.getFirst().field()));
		this.faults = List.copyOf(faults);
	}

	/**
	 * Everything that is wrong, in the order of the fields.
	 * @return at least one
	 */
	public List<Fault> faults() {
		return this.faults;
	}

}
