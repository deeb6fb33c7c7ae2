/**
 * Refuses requests that could not be answered in time. Nothing here is used by other
 * packages; start with {@code LoadShedding}.
 */
@NullMarked
package vn.bantin.rating.shedding;

import org.jspecify.annotations.NullMarked;
