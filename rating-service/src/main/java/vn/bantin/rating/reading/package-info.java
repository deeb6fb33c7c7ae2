/**
 * What readers see of the tallies: from the topic {@code tallies} to MongoDB and to the
 * memory of each instance. Start with {@link vn.bantin.rating.reading.Tallies}.
 */
@NullMarked
package vn.bantin.rating.reading;

import org.jspecify.annotations.NullMarked;
