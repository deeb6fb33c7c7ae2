package vn.bantin.gateway.connection;

import io.netty.util.ByteProcessor;

/**
 * Checks the bytes of a request's head where Netty's decoder is lenient: it folds
 * continued lines, skips control characters, and takes any white space between the parts
 * of the first line. What one server reads differently from the next is how requests are
 * smuggled. Not safe for use by several threads.
 */
final class HeadGrammar implements ByteProcessor {

	private static final byte CR = '\r';

	private static final byte LF = '\n';

	private enum Place {

		/** Empty lines may come before a request. */
		BEFORE,
		/** The request line. */
		FIRST_LINE,
		/** The first character of another line. */
		LINE_START,
		/** A header. */
		LINE

	}

	private Place place = Place.BEFORE;

	private int spaces;

	private byte last;

	/** Begins with the next request. */
	void reset() {
		this.place = Place.BEFORE;
		this.spaces = 0;
		this.last = 0;
	}

	/** Whether bytes of a request have come since it began. */
	boolean isStarted() {
		return this.place != Place.BEFORE;
	}

	/**
	 * Takes one byte.
	 * @return false when it must not stand here
	 */
	@Override
	public boolean process(byte value) {
		boolean right = (this.last != CR || value == LF) && fits(value);
		this.last = value;
		return right;
	}

	private boolean fits(byte value) {
		switch (this.place) {
			case BEFORE -> {
				if (value == CR || value == LF) {
					return true;
				}
				this.place = Place.FIRST_LINE;
				return isVisible(value);
			}
			case FIRST_LINE -> {
				if (value == CR) {
					return this.spaces == 2;
				}
				if (value == LF) {
					this.place = Place.LINE_START;
					return true;
				}
				if (value == ' ') {
					this.spaces++;
					return this.last != ' ' && this.spaces <= 2;
				}
				boolean version = this.spaces == 2;
				return isVisible(value) && !(version && value > 'Z');
			}
			case LINE_START -> {
				this.place = (value == CR || value == LF) ? Place.LINE_START : Place.LINE;
				return value == CR || value == LF || isVisible(value);
			}
			default -> {
				if (value == LF) {
					this.place = Place.LINE_START;
				}
				return value == CR || value == LF || value == ' ' || value == '\t' || value < 0 || isVisible(value);
			}
		}
	}

	private static boolean isVisible(byte value) {
		return value > ' ' && value < 0x7f;
	}

}
