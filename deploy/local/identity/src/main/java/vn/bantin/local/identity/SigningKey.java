package vn.bantin.local.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;

/** The provider's signing key, stored so that tokens stay valid across restarts. */
final class SigningKey {

	private SigningKey() {
	}

	static JWKSet in(Path folder) throws IOException, JOSEException, ParseException {
		Path file = Files.createDirectories(folder).resolve("signing.jwks.json");
		if (!Files.exists(file)) {
			JWKSet fresh = new JWKSet(new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate());
			Path part = folder.resolve("signing.jwks.json.part");
			Files.deleteIfExists(part);
			Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(part, fresh.toString(false));
			Files.move(part, file);
		}
		return JWKSet.load(file.toFile());
	}

}
