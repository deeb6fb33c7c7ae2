/** Problem details (RFC 9457) of the gateway itself. */
@NullMarked
package vn.bantin.gateway.problem;

import org.jspecify.annotations.NullMarked;

