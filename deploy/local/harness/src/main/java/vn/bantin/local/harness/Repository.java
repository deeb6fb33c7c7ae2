package vn.bantin.local.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the running code was built from. */
public final class Repository {

	private Repository() {
	}

	/**
	 * The folder that holds {@code deploy/} and the services.
	 * @return the system property {@code bantin.root}, which the build sets, or the
	 * nearest parent of the working directory that contains {@code deploy/local}
	 * @throws IllegalStateException if there is none
	 */
	public static Path root() {
		String given = System.getProperty("bantin.root");
		if (given != null) {
			return Path.of(given);
		}
		for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
			if (Files.isDirectory(folder.resolve("deploy/local"))) {
				return folder;
			}
		}
		throw new IllegalStateException("Not inside a checkout of Bantin; set -Dbantin.root to its folder");
	}

	/**
	 * The runnable jar that a module's build produces.
	 * @param module the module's folder from the root, such as {@code article-service} or
	 * {@code deploy/local/broker}
	 * @return the path, whether or not it exists
	 */
	public static Path jar(String module) {
		Path folder = root().resolve(module);
		String artifact = module.startsWith("deploy/local/") ? "local-" + folder.getFileName()
				: folder.getFileName().toString();
		return folder.resolve("target").resolve(artifact + "-exec.jar");
	}

}
