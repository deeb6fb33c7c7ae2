/**
 * What the topics say has changed. Every gateway reads {@code articles}, {@code tallies},
 * {@code forecasts} and {@code exchange-rates} whole, without a group. Start with
 * {@link vn.bantin.gateway.change.Changes}.
 */
@NullMarked
package vn.bantin.gateway.change;

import org.jspecify.annotations.NullMarked;
