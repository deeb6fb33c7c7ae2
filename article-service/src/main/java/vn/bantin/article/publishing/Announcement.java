package vn.bantin.article.publishing;

import java.time.Instant;

/**
 * A fact in the words of the contract, ready to be sent. It is made once, with its id, so
 * that every repetition is the same event.
 *
 * @param id UUIDv7
 * @param type such as {@code vn.bantin.article.published.v1}
 * @param article the subject and key
 * @param revision of the article
 * @param time when it happened
 * @param data the event's data as JSON
 */
public record Announcement(String id, String type, String article, long revision, Instant time, String data) {
}
