package vn.bantin.service.cloudevent;

import java.time.Instant;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * A fact in the words of its contract. It is made once, with its id, so that every
 * repetition is the same event.
 *
 * @param id UUIDv7 (RFC 9562), or any other that the same fact always gets
 * @param type such as {@code vn.bantin.article.published.v1}
 * @param key the subject, which is the record's key as well
 * @param revision of the subject; only ever rises
 * @param time when it happened
 * @param data the new state and what happened, as JSON
 */
public record CloudEvent(String id, String type, String key, long revision, Instant time, String data) {

	/** What all types of ours begin with. */
	static final String TYPES = "vn.bantin.";

	public CloudEvent {
		if (!type.startsWith(TYPES)) {
			throw new IllegalArgumentException("The type of an event begins with " + TYPES + ", unlike " + type);
		}
	}

	/**
	 * A new fact with an id of its own.
	 * @param type such as {@code vn.bantin.article.published.v1}
	 * @param key the subject
	 * @param revision of the subject
	 * @param time when it happened
	 * @param data the new state and what happened, as JSON
	 * @return the event
	 */
	public static CloudEvent of(String type, String key, long revision, Instant time, String data) {
		return new CloudEvent(UuidCreator.getTimeOrderedEpoch(time).toString(), type, key, revision, time, data);
	}

}
