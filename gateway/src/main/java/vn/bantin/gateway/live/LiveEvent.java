package vn.bantin.gateway.live;

import java.nio.charset.StandardCharsets;

/**
 * A server-sent event, written out once for all who get it.
 *
 * @param subject what it tells the state of
 * @param version the version of that state
 * @param bytes the event; never changed
 */
@SuppressWarnings("ArrayRecordComponent")
record LiveEvent(Subject subject, long version, byte[] bytes) {

	/**
	 * An event whose id says what its reader has then, so that any gateway can go on from
	 * there.
	 * @param subject the subject
	 * @param version the version of its state
	 * @param json the state
	 */
	static LiveEvent of(Subject subject, long version, String json) {
		String oneLine = json.replace('\r', ' ').replace('\n', ' ');
		String event = "event: %s\nid: %s:%d\ndata: %s\n\n".formatted(subject.kind().event(), subject, version,
				oneLine);
		return new LiveEvent(subject, version, event.getBytes(StandardCharsets.UTF_8));
	}

}
