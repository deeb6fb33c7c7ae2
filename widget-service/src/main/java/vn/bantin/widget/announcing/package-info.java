/**
 * Tells the world what was fetched: the topics {@code forecasts} and
 * {@code exchange-rates}.
 */
@NullMarked
package vn.bantin.widget.announcing;

import org.jspecify.annotations.NullMarked;
