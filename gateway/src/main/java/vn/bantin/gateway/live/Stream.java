package vn.bantin.gateway.live;

/** The way to one open page. */
interface Stream {

	/**
	 * Sends bytes, or gives the stream up when its reader is too slow.
	 * @param bytes whole events or comments
	 */
	void send(byte[] bytes);

	/** Ends the stream; its page comes back later. */
	void end();

	/** Whether its page is still there. */
	boolean isOpen();

}
