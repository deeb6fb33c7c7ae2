/**
 * The last value of everything that was observed:
 * {@link vn.bantin.widget.latest.LatestValues}.
 */
@NullMarked
package vn.bantin.widget.latest;

import org.jspecify.annotations.NullMarked;
