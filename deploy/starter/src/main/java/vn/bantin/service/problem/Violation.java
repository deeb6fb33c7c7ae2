package vn.bantin.service.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param field name of the header or parameter, or path in the body, such as
 * {@code body.content[3].type}; empty for the body as a whole
 * @param value what was sent; null when nothing was
 * @param allowed what would be right, in words
 */
public record Violation(String field, @Nullable Object value, String allowed) {

	/**
	 * The violation as a sentence.
	 * @return what was sent where, and what would be right
	 */
	public String sentence() {
		return "The value %s of %s is not valid; allowed is %s.".formatted(this.value, this.field, this.allowed);
	}

}
