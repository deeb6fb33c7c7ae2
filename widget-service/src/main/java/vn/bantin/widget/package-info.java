/**
 * The widget-service: weather and exchange rates, each value with its source, its times
 * and its age. Start with {@link vn.bantin.widget.fetching.Fetcher}; what passed the
 * checks is announced by {@link vn.bantin.widget.announcing} and answered out of
 * {@link vn.bantin.widget.newest}.
 */
@NullMarked
package vn.bantin.widget;

import org.jspecify.annotations.NullMarked;
