package vn.bantin.rating.ledger;

import java.time.Instant;

/**
 * An event of a vote, made once with its id, so that every repetition is the same event.
 *
 * @param id UUIDv7
 * @param type such as {@code vn.bantin.vote.cast.v1}
 * @param key article and reader
 * @param version of the vote
 * @param time when it happened
 * @param data the event's data as JSON
 */
public record Announcement(String id, String type, String key, long version, Instant time, String data) {
}
