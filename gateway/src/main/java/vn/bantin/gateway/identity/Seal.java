package vn.bantin.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Encrypts and authenticates what a browser keeps for the gateway (JWE, {@code dir},
 * A256CBC-HS512). What was sealed for one purpose does not open for another, since each
 * has keys of its own.
 */
final class Seal {

	/** What a browser is certain to keep, in characters. */
	static final int LONGEST = 4000;

	private static final JWEHeader HEADER = new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256CBC_HS512);

	/** What all that was sealed begins with; nothing else needs to be understood. */
	private static final String BEGINNING = HEADER.toBase64URL() + ".";

	private static final int KEY_BYTES = 64;

	private final List<SecretKey> keys;

	Seal(List<byte[]> secrets, String purpose) {
		this.keys = secrets.stream().map((secret) -> derive(secret, purpose)).toList();
	}

	private static SecretKey derive(byte[] secret, String purpose) {
		try {
			return KDF.getInstance("HKDF-SHA512")
				.deriveKey("AES",
						HKDFParameterSpec.ofExtract()
							.addIKM(secret)
							.thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM lacks HKDF-SHA512", ex);
		}
	}

	/**
	 * Seals with the first key.
	 * @throws ResponseStatusException 400 when a browser might not keep it: what is long
	 * in it came from the client
	 */
	String seal(JWTClaimsSet claims) {
		EncryptedJWT sealed = new EncryptedJWT(HEADER, claims);
		try {
			sealed.encrypt(new DirectEncrypter(this.keys.getFirst()));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The gateway's key cannot encrypt", ex);
		}
		String value = sealed.serialize();
		if (value.length() > LONGEST) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"Sealed it has " + value.length() + " characters; a browser is certain to keep " + LONGEST);
		}
		return value;
	}

	/** What was sealed with any of the keys; empty when it was not, or was changed. */
	Optional<JWTClaimsSet> open(String value) {
		if (value.length() > LONGEST || !value.startsWith(BEGINNING)) {
			return Optional.empty();
		}
		return this.keys.stream().flatMap((key) -> open(value, key).stream()).findFirst();
	}

	private static Optional<JWTClaimsSet> open(String value, SecretKey key) {
		try {
			EncryptedJWT sealed = EncryptedJWT.parse(value);
			sealed.decrypt(new DirectDecrypter(key));
			return Optional.ofNullable(sealed.getJWTClaimsSet());
		}
		catch (ParseException | JOSEException ex) {
			return Optional.empty();
		}
	}

}
