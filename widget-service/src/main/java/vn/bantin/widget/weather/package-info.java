/**
 * Forecasts: what MET Norway says of a place, read and checked. Start with
 * {@link vn.bantin.widget.weather.MetNorway}.
 */
@NullMarked
package vn.bantin.widget.weather;

import org.jspecify.annotations.NullMarked;
