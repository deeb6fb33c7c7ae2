package vn.bantin.gateway.site.content;

/**
 * An article that readers liked.
 *
 * @param story the article
 * @param tally what readers gave it
 */
public record TopRated(Story story, Tally tally) {
}
