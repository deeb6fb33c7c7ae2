package vn.bantin.rating.tally;

/**
 * A vote on its way to the others on its article.
 *
 * @param key the record's: article and reader
 * @param vote what was voted
 */
record KeyedVote(String key, CountedVote vote) {
}
