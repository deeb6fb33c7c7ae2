package vn.bantin.local.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.Folder;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Repository;

/**
 * Extracted jars with an AOT cache each (JEP 514), as a cluster starts them: classes come
 * loaded and linked out of the cache. What is started before it has a cache writes one
 * when it ends, of all that it ran.
 */
public final class Trained implements Builds {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Path folder;

	private final List<String> options;

	private final Set<String> training = ConcurrentHashMap.newKeySet();

	/**
	 * Jars that nobody has extracted yet.
	 * @param folder where they are kept
	 * @param options of the JVM in training and afterwards
	 */
	public Trained(Path folder, List<String> options) {
		this.folder = folder;
		this.options = List.copyOf(options);
	}

	/**
	 * Extracts the jar of a module as it is built now; an AOT cache that it had is gone.
	 * @param module its folder from the root
	 * @throws IllegalStateException if it cannot be extracted
	 */
	public void extract(String module) {
		Path destination = this.folder.resolve(module);
		Folder.delete(destination);
		List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Djarmode=tools", "-jar", Repository.jar(module).toString(), "extract", "--destination",
				destination.toString());
		JavaProcess process = JavaProcess.start("extraction", command, Map.of(),
				this.folder.resolve(module + "-extraction.log"));
		if (process.awaitExit(PATIENCE) != 0) {
			throw new IllegalStateException(
					"The jar of %s could not be extracted:\n%s".formatted(module, process.lastWords()));
		}
	}

	/**
	 * Where the AOT cache of a module is.
	 * @param module its folder from the root
	 * @return the file, whether or not it is there
	 */
	public Path cache(String module) {
		return this.folder.resolve(module).resolve("app.aot");
	}

	/**
	 * Whose training was for nothing.
	 * @return the modules that were started without a cache and have none yet
	 */
	public List<String> untrained() {
		return this.training.stream().filter((module) -> !Files.exists(cache(module))).sorted().toList();
	}

	@Override
	public Path jar(String module) {
		return this.folder.resolve(module).resolve(Repository.jar(module).getFileName());
	}

	@Override
	public List<String> jvm(String module) {
		Path cache = cache(module);
		if (Files.exists(cache)) {
			return with("-XX:AOTCache=" + cache);
		}
		this.training.add(module);
		return with("-XX:AOTCacheOutput=" + cache);
	}

	private List<String> with(String option) {
		return Stream.concat(this.options.stream(), Stream.of(option)).toList();
	}

}
