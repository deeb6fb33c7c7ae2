package vn.bantin.service.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which documents carry an outbox, and where its events go.
 *
 * @param collection the documents' collection
 * @param topic the events' topic
 * @param transactionalId first part of the transactional id of each shard's producer; one
 * that changes no longer keeps out the owners before it
 * @param scanEvery how soon events written by another instance are found
 */
@ConfigurationProperties("bantin.outbox")
record OutboxProperties(String collection, String topic, String transactionalId,
		@DefaultValue("300ms") Duration scanEvery) {
}
