/**
 * The ledger of votes: sends every version of every vote from its document to the topic
 * {@code votes}, in order per vote, and takes it out of the document once Kafka has it.
 * Start with {@link vn.bantin.rating.ledger.Relay}.
 */
@NullMarked
package vn.bantin.rating.ledger;

import org.jspecify.annotations.NullMarked;
