/**
 * Adds the votes up: a stream over the topic {@code votes} that keeps one tally per
 * article, exactly once. Start with {@link vn.bantin.rating.tally.TallyTopology}.
 */
@NullMarked
package vn.bantin.rating.tally;

import org.jspecify.annotations.NullMarked;
