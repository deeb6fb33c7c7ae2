package vn.bantin.drills.fault;

/**
 * One bad answer.
 *
 * @param name what is bad about it
 * @param status the HTTP status
 * @param type the content type
 * @param end how the body ends
 * @param body the body
 */
record HostileAnswer(String name, int status, String type, End end, String body) {

	HostileAnswer(String name, int status, String type, String body) {
		this(name, status, type, End.WHOLE, body);
	}

	enum End {

		/** As announced. */
		WHOLE,

		/** The connection is closed before the announced length. */
		CUT,

		/** Nothing more comes, and the connection stays open. */
		STALL

	}

}
