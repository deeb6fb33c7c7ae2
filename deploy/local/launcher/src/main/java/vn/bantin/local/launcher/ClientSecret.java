package vn.bantin.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** The gateway's OIDC client secret, generated once and readable by its owner only. */
final class ClientSecret {

	private ClientSecret() {
	}

	static String in(Path data) {
		try {
			Path file = Files.createDirectories(data).resolve("oidc-client.secret");
			if (!Files.exists(file)) {
				Path part = data.resolve("oidc-client.secret.part");
				Files.deleteIfExists(part);
				Files.createFile(part,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
				Files.writeString(part, UUID.randomUUID().toString());
				Files.move(part, file);
			}
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new CannotStart(
					"The data folder " + data + " cannot be used: " + ex.getMessage() + "; name another with --data.");
		}
	}

}
