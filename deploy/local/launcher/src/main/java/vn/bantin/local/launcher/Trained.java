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
 * Extracted jars with AOT caches (JEP 514), as in a cluster. A module that starts without
 * a cache is in training: it writes one when it ends.
 */
public final class Trained implements Builds {

	private static final Duration EXTRACTION_TIMEOUT = Duration.ofMinutes(2);

	private final Path folder;

	private final List<String> options;

	private final Set<String> training = ConcurrentHashMap.newKeySet();

	/**
	 * Starts with no jar extracted.
	 * @param folder for the extracted jars
	 * @param options JVM options, in training and afterwards
	 */
	public Trained(Path folder, List<String> options) {
		this.folder = folder;
		this.options = List.copyOf(options);
	}

	/**
	 * Extracts the jar of a module and deletes its AOT cache.
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
		if (process.awaitExit(EXTRACTION_TIMEOUT) != 0) {
			throw new IllegalStateException(
					"The jar of %s could not be extracted:\n%s".formatted(module, process.lastWords()));
		}
	}

	/**
	 * The AOT cache of a module.
	 * @param module its folder from the root
	 * @return the file, whether or not it exists
	 */
	public Path cache(String module) {
		return this.folder.resolve(module).resolve("app.aot");
	}

	/**
	 * The modules whose training has not left a cache behind.
	 * @return their folders from the root
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
