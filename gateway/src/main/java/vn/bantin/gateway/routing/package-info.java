/**
 * The public API: which path goes to which service, with which token and within which
 * limits. Start with {@link vn.bantin.gateway.routing.Routes}.
 */
@NullMarked
package vn.bantin.gateway.routing;

import org.jspecify.annotations.NullMarked;
