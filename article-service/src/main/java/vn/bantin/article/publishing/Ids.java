package vn.bantin.article.publishing;

import java.security.SecureRandom;

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

}
