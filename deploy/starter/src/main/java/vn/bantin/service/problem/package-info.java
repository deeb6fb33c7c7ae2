/**
 * How every refusal looks: problem details (RFC 9457) that name the field, the value and
 * what is allowed. Start with {@link vn.bantin.service.problem.Problems}; {@code servlet}
 * and {@code reactive} turn failures into them.
 */
@NullMarked
package vn.bantin.service.problem;

import org.jspecify.annotations.NullMarked;
