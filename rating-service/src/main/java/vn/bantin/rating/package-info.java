/**
 * The rating-service: readers rate articles. Start with
 * {@link vn.bantin.rating.casting.Casting}. The outbox sends each vote to a topic,
 * {@link vn.bantin.rating.tally} adds the votes up, and {@link vn.bantin.rating.reading}
 * answers with the tallies.
 */
@NullMarked
package vn.bantin.rating;

import org.jspecify.annotations.NullMarked;
