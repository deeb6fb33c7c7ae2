package vn.bantin.service.topic;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;

/**
 * Describes the topics that a service creates. In a cluster each is replicated, and a
 * record is acknowledged when all copies but one have it.
 */
public final class Topics {

	private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

	private final short replication;

	Topics(short replication) {
		this.replication = replication;
	}

	/**
	 * A topic that keeps the newest record of each key for ever, and every record for a
	 * while.
	 * @param name the topic
	 * @param partitions how many
	 * @param uncompacted how long every record is kept at least
	 * @return the topic
	 */
	public NewTopic compacted(String name, int partitions, Duration uncompacted) {
		return topic(name, partitions).compact()
			.config(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(uncompacted.toMillis()))
			.build();
	}

	/**
	 * A topic that keeps every record for ever.
	 * @param name the topic
	 * @param partitions how many
	 * @return the topic
	 */
	public NewTopic permanent(String name, int partitions) {
		return topic(name, partitions).config(TopicConfig.RETENTION_MS_CONFIG, "-1").build();
	}

	/**
	 * A topic of records that could not be handled, kept for 30 days.
	 * @param name the topic
	 * @return the topic, with one partition
	 */
	public NewTopic deadLetters(String name) {
		return TopicBuilder.name(name)
			.partitions(1)
			.replicas(this.replication)
			.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(DEAD_LETTERS_KEPT.toMillis()))
			.build();
	}

	private TopicBuilder topic(String name, int partitions) {
		return TopicBuilder.name(name)
			.partitions(partitions)
			.replicas(this.replication)
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, this.replication - 1)));
	}

}
