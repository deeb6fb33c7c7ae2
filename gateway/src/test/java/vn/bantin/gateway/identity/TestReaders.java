package vn.bantin.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Readers for other packages' tests. */
public final class TestReaders {

	private static final byte[] KEY = "a signing key of some size, for tests".getBytes(StandardCharsets.UTF_8);

	private final ReaderCookies cookies = new ReaderCookies(List.of(KEY), KEY);

	/**
	 * The value of a new reader's cookie.
	 * @return a valid one
	 */
	public String cookie() {
		return this.cookies.issue();
	}

	/**
	 * Knows these readers by the cookie {@code reader}.
	 * @return finds them
	 */
	public ReaderLookup lookup() {
		return new ReaderLookup(this.cookies, "reader");
	}

}
