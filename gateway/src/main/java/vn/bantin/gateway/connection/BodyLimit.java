package vn.bantin.gateway.connection;

import java.time.Duration;

/** How large a body may be, and how it is read, by the path that it is sent to. */
public enum BodyLimit {

	/** A vote, a form. */
	SMALL(4 * 1024, true),

	/** What the newsroom writes. */
	NEWSROOM(512 * 1024, true),

	/**
	 * A multipart body around a picture of 10 MiB. Only who may send one is worth that
	 * much memory, so it is read after the login was looked at.
	 */
	PICTURE(11 * 1024 * 1024, false);

	/** How long a client may take for a body that is read at the door. */
	static final Duration WITHIN = Duration.ofSeconds(30);

	private final int bytes;

	private final boolean readAtDoor;

	BodyLimit(int bytes, boolean readAtDoor) {
		this.bytes = bytes;
		this.readAtDoor = readAtDoor;
	}

	/**
	 * The limit of a path.
	 * @param path the path as it was sent
	 * @return the limit
	 */
	public static BodyLimit of(String path) {
		if (path.equals("/api/newsroom/media")) {
			return PICTURE;
		}
		return path.startsWith("/api/newsroom/") ? NEWSROOM : SMALL;
	}

	/**
	 * The largest body.
	 * @return in bytes
	 */
	public int bytes() {
		return this.bytes;
	}

	boolean isReadAtDoor() {
		return this.readAtDoor;
	}

}
