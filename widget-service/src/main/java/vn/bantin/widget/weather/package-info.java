/**
 * Weather as it is announced and shown: a {@link vn.bantin.widget.weather.Forecast} for
 * each of the {@link vn.bantin.widget.weather.Places}.
 */
@NullMarked
package vn.bantin.widget.weather;

import org.jspecify.annotations.NullMarked;
