package vn.bantin.rating.ratable;

import java.time.Instant;

/**
 * What this service knows of an article.
 *
 * @param id its id
 * @param revision the newest known revision
 * @param title for lists of rated articles; may be empty
 * @param url the page's address
 * @param published when readers saw it first
 * @param open whether it may be rated now
 */
public record RatableArticle(String id, long revision, String title, String url, Instant published, boolean open) {
}
