/**
 * The gateway: the only public door. Start with {@link vn.bantin.gateway.routing} for the
 * API, {@link vn.bantin.gateway.site} for the pages and
 * {@link vn.bantin.gateway.identity} for who is calling.
 */
@NullMarked
package vn.bantin.gateway;

import org.jspecify.annotations.NullMarked;
