package vn.bantin.service.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Something in the request is wrong; nothing was changed. Answered with 400. */
public final class InvalidRequest extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<Violation> violations;

	/**
	 * Refuses a request.
	 * @param violations the fields at fault, at least one
	 */
	public InvalidRequest(List<Violation> violations) {
		super(violations.getFirst().sentence());
		this.violations = List.copyOf(violations);
	}

	/**
	 * Refuses a request for one field.
	 * @param field name or path of the field
	 * @param value what was sent; null when nothing was
	 * @param allowed what would be right, in words
	 */
	public InvalidRequest(String field, @Nullable Object value, String allowed) {
		this(List.of(new Violation(field, value, allowed)));
	}

	/**
	 * The fields at fault.
	 * @return at least one
	 */
	public List<Violation> violations() {
		return this.violations;
	}

}
