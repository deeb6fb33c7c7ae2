package vn.bantin.benchmark.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import vn.bantin.benchmark.measure.ProcessGroup;
import vn.bantin.local.harness.FreePorts;
import vn.bantin.local.harness.JavaProcess;

/** nginx as the baseline for the same bytes: two workers and no access log. */
public final class Nginx implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Path folder;

	private final NginxConfiguration configuration;

	private final JavaProcess process;

	private Nginx(Path folder, NginxConfiguration configuration, JavaProcess process) {
		this.folder = folder;
		this.configuration = configuration;
		this.process = process;
	}

	/**
	 * Starts it.
	 * @param folder for all its files
	 * @return the running server
	 */
	public static Nginx start(Path folder) {
		NginxConfiguration configuration = new NginxConfiguration(folder, System.getProperty("user.name"),
				FreePorts.next(), FreePorts.next(), FreePorts.next());
		try {
			Files.createDirectories(folder.resolve("files"));
			Path file = Files.writeString(folder.resolve("nginx.conf"), configuration.render());
			JavaProcess process = JavaProcess.start("nginx",
					List.of(Tools.command("nginx"), "-p", folder.toString(), "-e",
							folder.resolve("error.log").toString(), "-c", file.toString()),
					Map.of(), folder.resolve("nginx.log"));
			process.awaitPort(configuration.cache(), PATIENCE);
			return new Nginx(folder, configuration, process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of nginx cannot be written", ex);
		}
	}

	/**
	 * Adds a file.
	 * @param name its name, with its extension
	 * @param bytes its content
	 */
	public void serve(String name, byte[] bytes) {
		try {
			Files.write(this.folder.resolve("files").resolve(name), bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The folder of nginx cannot be written", ex);
		}
	}

	/**
	 * Where a file is served from disk.
	 * @param name its name
	 * @return the address
	 */
	public URI file(String name) {
		return at(this.configuration.files(), name);
	}

	/**
	 * Where a file is proxied.
	 * @param name its name
	 * @return the address
	 */
	public URI passed(String name) {
		return at(this.configuration.proxy(), name);
	}

	/**
	 * Where a file is proxied and cached.
	 * @param name its name
	 * @return the address
	 */
	public URI cached(String name) {
		return at(this.configuration.cache(), name);
	}

	private static URI at(int port, String name) {
		return URI.create("http://127.0.0.1:" + port + "/" + name);
	}

	/**
	 * Its processes.
	 * @return master, workers and cache keepers
	 */
	public ProcessGroup group() {
		return new ProcessGroup(() -> List.of(this.process.pid()));
	}

	@Override
	public void close() {
		List<ProcessHandle> workers = this.process.handle().descendants().toList();
		this.process.stop(PATIENCE);
		workers.forEach(ProcessHandle::destroyForcibly);
	}

}
