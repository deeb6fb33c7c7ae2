package vn.bantin.gateway.identity;

/**
 * A reader, known only by a pseudonym.
 *
 * @param pseudonym the same for the same cookie at every instance, for life
 */
record Reader(String pseudonym) {
}
