/**
 * Where a request comes from, as far as limits need to know: networks, never addresses.
 * Start with {@link vn.bantin.gateway.network.ClientNetworks}.
 */
@NullMarked
package vn.bantin.gateway.network;

import org.jspecify.annotations.NullMarked;
