/**
 * What readers see of the tallies: kept in MongoDB from the topic {@code tallies}, and in
 * the memory of each instance. Start with {@link vn.bantin.rating.reading.Tallies}.
 */
@NullMarked
package vn.bantin.rating.reading;

import org.jspecify.annotations.NullMarked;
