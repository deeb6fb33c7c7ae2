package vn.bantin.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import vn.bantin.local.harness.Folder;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Repository;

/**
 * Extracted jars with an AOT cache each (JEP 514), as a cluster starts them: classes come
 * loaded and linked out of the cache. A service that is started before it has a cache
 * writes one when it ends, of all that it ran.
 */
public final class Trained implements Builds {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Path folder;

	/**
	 * Jars that nobody has extracted yet.
	 * @param folder where they are kept
	 */
	public Trained(Path folder) {
		this.folder = folder;
	}

	/**
	 * Extracts the jar of a service as it is built now; an AOT cache that it had is gone.
	 * @param service its name
	 * @throws IllegalStateException if it cannot be extracted
	 */
	public void extract(String service) {
		Path destination = this.folder.resolve(service);
		Folder.delete(destination);
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Djarmode=tools", "-jar", Repository.jar(service).toString(), "extract", "--destination",
				destination.toString());
		JavaProcess process = JavaProcess.start("extraction", command, Map.of(),
				this.folder.resolve(service + "-extraction.log"));
		if (process.awaitExit(PATIENCE) != 0) {
			throw new IllegalStateException(
					"The jar of %s could not be extracted:\n%s".formatted(service, process.lastWords()));
		}
	}

	/**
	 * Where the AOT cache of a service is.
	 * @param service its name
	 * @return the file, whether or not it is there
	 */
	public Path cache(String service) {
		return this.folder.resolve(service).resolve("app.aot");
	}

	@Override
	public Path jar(String service) {
		return this.folder.resolve(service).resolve(Repository.jar(service).getFileName());
	}

	@Override
	public List<String> jvm(String service) {
		Path cache = cache(service);
		return List.of((Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + cache);
	}

}
