package vn.bantin.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and reads the values of readers' cookies: 128 random bits and a signature. A
 * cookie that was tampered with counts as none.
 */
final class ReaderCookies {

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private static final int BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final List<byte[]> signingKeys;

	private final byte[] pseudonymKey;

	ReaderCookies(List<byte[]> signingKeys, byte[] pseudonymKey) {
		this.signingKeys = List.copyOf(signingKeys);
		this.pseudonymKey = pseudonymKey.clone();
	}

	/** The value of a new reader's cookie. */
	String issue() {
		byte[] id = new byte[BYTES];
		this.random.nextBytes(id);
		String name = BASE64.encodeToString(id);
		return name + "." + signature(this.signingKeys.getFirst(), name);
	}

	/** The reader of a cookie; empty when it is none of ours. */
	Optional<Reader> read(String cookie) {
		int dot = cookie.indexOf('.');
		if (dot < 0) {
			return Optional.empty();
		}
		String name = cookie.substring(0, dot);
		byte[] signature = cookie.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
		return this.signingKeys.stream()
			.filter((key) -> MessageDigest.isEqual(signature, signature(key, name).getBytes(StandardCharsets.UTF_8)))
			.findFirst()
			.map((key) -> new Reader(signature(this.pseudonymKey, name)));
	}

	private static String signature(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			byte[] whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
			return BASE64.encodeToString(Arrays.copyOf(whole, BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks HmacSHA256", ex);
		}
	}

}
