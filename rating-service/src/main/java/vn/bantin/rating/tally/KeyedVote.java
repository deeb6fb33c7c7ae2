package vn.bantin.rating.tally;

/**
 * A vote in the repartition topic, where the record's key is the article.
 *
 * @param key the vote's: article and reader
 * @param vote the vote
 */
record KeyedVote(String key, CountedVote vote) {
}
