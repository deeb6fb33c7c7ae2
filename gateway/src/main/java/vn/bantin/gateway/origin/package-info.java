/**
 * The services behind the gateway: their instances, and calls to them with every limit
 * set. Start with {@link vn.bantin.gateway.origin.Origins}.
 */
@NullMarked
package vn.bantin.gateway.origin;

import org.jspecify.annotations.NullMarked;
