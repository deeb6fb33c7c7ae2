package vn.bantin.rating.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A vote.
 *
 * @param stars 1 to 5
 */
record VoteRequest(@NotNull @Min(1) @Max(5) Integer stars) {
}
