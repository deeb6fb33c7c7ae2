package vn.bantin.drills.ledger;

import java.time.Instant;

/**
 * One write and what became of it.
 *
 * @param number counts up within a ledger, from 1
 * @param act what was written
 * @param subject what it was about: the token in an article's title, or article {@code /}
 * reader
 * @param value the new value: the title, or the stars
 * @param sent when it was sent first
 * @param outcome how it ended
 * @param settled when it ended
 * @param attempts how often it was sent, 1 or more
 */
public record Entry(long number, Act act, String subject, String value, Instant sent, Outcome outcome, Instant settled,
		int attempts) {
}
