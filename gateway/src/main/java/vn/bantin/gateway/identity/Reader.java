package vn.bantin.gateway.identity;

/**
 * A reader, known by nothing but a pseudonym.
 *
 * @param pseudonym the same for the same cookie at every instance, for life
 */
public record Reader(String pseudonym) {
}
