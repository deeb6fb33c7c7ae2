package vn.bantin.rating.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a vote led to.
 *
 * @param rating the newest tally with the reader's vote
 * @param counted whether the tally has moved since the vote came in, or need not move. On
 * an article that many rate at once, another reader's vote may have moved it
 */
record VoteResponse(@JsonUnwrapped RatingResponse rating, boolean counted) {
}
