package vn.bantin.widget.web;

import org.jspecify.annotations.Nullable;

/** One field of the request is wrong. */
final class InvalidRequest extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String field;

	private final transient @Nullable Object value;

	private final String allowed;

	InvalidRequest(String field, @Nullable Object value, String allowed) {
		super("The value %s of %s is not valid; allowed is %s.".formatted(value, field, allowed));
		this.field = field;
		this.value = value;
		this.allowed = allowed;
	}

	String field() {
		return this.field;
	}

	@Nullable Object value() {
		return this.value;
	}

	String allowed() {
		return this.allowed;
	}

}
