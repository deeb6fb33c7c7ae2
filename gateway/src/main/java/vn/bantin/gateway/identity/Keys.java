package vn.bantin.gateway.identity;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/**
 * The gateway's secrets: files of one folder that all its instances share. All but the
 * pseudonym key, which is for life, may be rotated by putting a new one first and keeping
 * the old one until all that was made with it has expired.
 *
 * @param tokens keys of inner tokens, the one to sign with first
 * @param cookies keys of readers' cookies, the one to sign with first
 * @param sessions keys of newsroom logins, the one to encrypt with first
 * @param pseudonym turns a reader's id into the pseudonym
 */
@SuppressWarnings("ArrayRecordComponent")
record Keys(JWKSet tokens, List<byte[]> cookies, List<byte[]> sessions, byte[] pseudonym) {

	private static final SecureRandom random = new SecureRandom();

	/**
	 * Reads the keys.
	 * @param folder where they are
	 * @param create whether missing ones are created; without it a missing key is an
	 * error
	 * @return the keys
	 */
	static Keys read(Path folder, boolean create) {
		try {
			String tokens = file(folder.resolve("tokens.jwks.json"), create, Keys::newTokenKey);
			String cookies = file(folder.resolve("cookies.keys"), create, Keys::newSecret);
			String sessions = file(folder.resolve("sessions.keys"), create, Keys::newSecret);
			String pseudonym = file(folder.resolve("pseudonym.key"), create, Keys::newSecret);
			return new Keys(JWKSet.parse(tokens), secrets(cookies), secrets(sessions), decode(pseudonym));
		}
		catch (IOException | ParseException ex) {
			throw new IllegalStateException("The gateway's keys in " + folder + " cannot be read: " + ex.getMessage(),
					ex);
		}
	}

	private static String file(Path file, boolean create, Supplier<String> fresh) throws IOException {
		if (Files.exists(file)) {
			return Files.readString(file);
		}
		if (!create) {
			throw new IOException(
					file + " is missing; put it there, or set GATEWAY_CREATE_KEYS=true for the very first start");
		}
		Path folder = Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
		// Readable by its owner only.
		Path part = Files.createTempFile(folder, "new", ".part");
		try {
			Files.writeString(part, fresh.get());
			// Unlike a move it never replaces a file: of gateways that start at the same
			// time, the first one's keys count for all.
			Files.createLink(file, part);
		}
		catch (FileAlreadyExistsException ex) {
			// Another gateway was faster.
		}
		finally {
			Files.delete(part);
		}
		return Files.readString(file);
	}

	private static String newTokenKey() {
		try {
			return new JWKSet(new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate()).toString(false);
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("This JVM cannot make an ES256 key", ex);
		}
	}

	private static String newSecret() {
		byte[] secret = new byte[32];
		random.nextBytes(secret);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/** An empty line is no key: everybody knows it. */
	private static List<byte[]> secrets(String lines) throws IOException {
		List<byte[]> secrets = lines.lines().filter((line) -> !line.isBlank()).map(Keys::decode).toList();
		if (secrets.isEmpty()) {
			throw new IOException("a file that should have a key in each line has none");
		}
		return secrets;
	}

	private static byte[] decode(String secret) {
		return Base64.getUrlDecoder().decode(secret.strip());
	}

	ECKey signing() {
		return this.tokens.getKeys().getFirst().toECKey();
	}

}
