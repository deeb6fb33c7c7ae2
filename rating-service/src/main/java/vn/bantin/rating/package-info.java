/**
 * The rating-service: readers rate articles. Start with
 * {@link vn.bantin.rating.casting.Casting}; each vote becomes a fact of
 * {@link vn.bantin.rating.ledger}, the facts are added up by
 * {@link vn.bantin.rating.tally} and answered by {@link vn.bantin.rating.reading}.
 */
@NullMarked
package vn.bantin.rating;

import org.jspecify.annotations.NullMarked;
