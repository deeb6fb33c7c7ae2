package vn.bantin.article.publishing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** New ids. */
public final class Ids {

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

	private static final SecureRandom random = new SecureRandom();

	private Ids() {
	}

	/**
	 * A random id that cannot be guessed.
	 * @return 10 lower-case letters and digits
	 */
	public static String random() {
		StringBuilder id = new StringBuilder(10);
		for (int i = 0; i < 10; i++) {
			id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
		}
		return id.toString();
	}

	/**
	 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that
	 * later ones sort later.
	 */
	static UUID uuid7(Instant now) {
		long high = (now.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
		long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

}
