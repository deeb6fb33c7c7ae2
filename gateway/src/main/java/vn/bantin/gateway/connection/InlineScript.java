package vn.bantin.gateway.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A script that stands in pages instead of a file of its own. Browsers run it by its
 * hash, which is the same for all readers, unlike a nonce.
 *
 * @param source the script
 */
public record InlineScript(String source) {

	/**
	 * The source expression that lets browsers run it.
	 * @return such as {@code 'sha256-…'}, for a content security policy
	 */
	public String policy() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.source.getBytes(StandardCharsets.UTF_8));
			return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This JVM lacks SHA-256", ex);
		}
	}

}
