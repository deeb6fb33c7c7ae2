package vn.bantin.drills.judge;

import tools.jackson.databind.JsonNode;

/**
 * A record of a topic.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 * @param key its key
 * @param type the event's type without {@code vn.bantin.}, such as
 * {@code article.published.v1}
 * @param data its data
 * @param planted whether a drill wrote it
 */
public record Event(String topic, int partition, long offset, String key, String type, JsonNode data, boolean planted) {

	/**
	 * Whether a consumer could not handle it.
	 * @return true for a record of a dead-letter topic that no drill wrote
	 */
	public boolean isPutAside() {
		return !this.planted && TopicLog.isDead(this.topic);
	}

	/**
	 * Its position.
	 * @return such as {@code votes.dead-0:17}
	 */
	public String place() {
		return "%s-%d:%d".formatted(this.topic, this.partition, this.offset);
	}

}
