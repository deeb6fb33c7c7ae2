/**
 * The one way to the services behind the gateway: which instance is asked, how much, and
 * when a second time. Start with {@link vn.bantin.gateway.origin.Origins}.
 */
@NullMarked
package vn.bantin.gateway.origin;

import org.jspecify.annotations.NullMarked;
