/**
 * The transactional outbox: events wait in the document whose change they tell, and a
 * relay sends them to Kafka in order and removes them. Start with
 * {@link vn.bantin.service.outbox.OutboxDocument}, which a repository writes, and
 * {@link vn.bantin.service.outbox.Relay}.
 */
@NullMarked
package vn.bantin.service.outbox;

import org.jspecify.annotations.NullMarked;
