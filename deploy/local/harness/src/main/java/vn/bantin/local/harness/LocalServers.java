package vn.bantin.local.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A broker and a database for the tests of one JVM: started when first asked for, on free
 * ports with data of their own, gone with the JVM, also when that is killed. Who names
 * {@code KAFKA_BROKERS} or {@code MONGODB_URI} in the environment tests against those.
 */
public final class LocalServers {

	private static final String BROKER = "deploy/local/broker";

	private static final String DATABASE = "deploy/local/database";

	/** The modules that the embedded servers run out of. */
	public static final List<String> MODULES = List.of(BROKER, DATABASE);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private LocalServers() {
	}

	/**
	 * Where Kafka is.
	 * @return {@code host:port}, several divided by commas
	 */
	public static String kafkaBrokers() {
		return Optional.ofNullable(System.getenv("KAFKA_BROKERS")).orElseGet(() -> Broker.ADDRESS);
	}

	/**
	 * Where MongoDB is.
	 * @return a connection string without a database
	 */
	public static String mongodbUri() {
		return Optional.ofNullable(System.getenv("MONGODB_URI")).orElseGet(() -> Database.URI);
	}

	/**
	 * Starts the embedded broker.
	 * @param data where it keeps its data
	 * @param port for clients
	 * @param controllerPort for itself
	 * @param log the file for its output
	 * @return the process; ready when {@code port} accepts connections
	 */
	public static JavaProcess startBroker(Path data, int port, int controllerPort, Path log) {
		return startBroker(Builds.USUAL, data, port, controllerPort, List.of(), log);
	}

	/**
	 * Starts the embedded broker with more ports for clients.
	 * @param builds what it runs out of
	 * @param data where it keeps its data
	 * @param port for clients
	 * @param controllerPort for itself
	 * @param listeners more ports for clients
	 * @param log the file for its output
	 * @return the process; ready when {@code port} accepts connections
	 */
	public static JavaProcess startBroker(Builds builds, Path data, int port, int controllerPort,
			List<BrokerListener> listeners, Path log) {
		List<String> arguments = new ArrayList<>(
				List.of(data.toString(), "" + port, "" + controllerPort, "--exit-with-parent"));
		listeners.forEach((listener) -> arguments.add(listener.port() + ":" + listener.advertised()));
		return start("Kafka broker", builds, BROKER, "-Xmx192m", arguments, log);
	}

	/**
	 * Starts a {@code mongod} of the PATH when there is one, else the embedded server.
	 * @param data where it keeps its data
	 * @param port for clients
	 * @param log the file for its output
	 * @return the process; ready when {@code port} accepts connections
	 */
	public static JavaProcess startDatabase(Path data, int port, Path log) {
		return startDatabase(Builds.USUAL, data, port, log);
	}

	/**
	 * Starts a {@code mongod} of the PATH when there is one, else the embedded server.
	 * @param builds what the embedded server runs out of
	 * @param data where it keeps its data
	 * @param port for clients
	 * @param log the file for its output
	 * @return the process; ready when {@code port} accepts connections
	 */
	public static JavaProcess startDatabase(Builds builds, Path data, int port, Path log) {
		Optional<Path> mongod = mongod();
		if (mongod.isPresent()) {
			createFolder(data);
			return JavaProcess.start("MongoDB", List.of(mongod.get().toString(), "--dbpath", data.toString(), "--port",
					"" + port, "--bind_ip", "127.0.0.1"), Map.of(), log);
		}
		return start("database", builds, DATABASE, "-Xmx256m",
				List.of(data.toString(), "" + port, "--exit-with-parent"), log);
	}

	/**
	 * The real server on this machine, if it has one.
	 * @return the path of {@code mongod}
	 */
	public static Optional<Path> mongod() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
			.filter((folder) -> !folder.isBlank())
			.map((folder) -> Path.of(folder, "mongod"))
			.filter(Files::isExecutable)
			.findFirst();
	}

	private static JavaProcess start(String name, Builds builds, String module, String memory, List<String> arguments,
			Path log) {
		List<String> options = new ArrayList<>(JavaProcess.SMALL);
		// They live long and everything goes through them, so the second compiler is
		// worth its time.
		options.add("-XX:TieredStopAtLevel=4");
		options.add(memory);
		options.addAll(builds.jvm(module));
		return JavaProcess.start(name, builds.jar(module), options, arguments, Map.of(), log);
	}

	private static Path temporaryFolder(String prefix) {
		try {
			return Files.createTempDirectory(prefix);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void createFolder(Path folder) {
		try {
			Files.createDirectories(folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void stopWithThisJvm(JavaProcess process, Path data) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			process.kill();
			Folder.delete(data);
		}, "stop"));
	}

	private static final class Broker {

		static final String ADDRESS = start();

		private static String start() {
			Path data = temporaryFolder("bantin-broker");
			int port = FreePorts.next();
			JavaProcess process = startBroker(data.resolve("data"), port, FreePorts.next(), data.resolve("log.txt"));
			stopWithThisJvm(process, data);
			process.awaitPort(port, PATIENCE);
			return "127.0.0.1:" + port;
		}

	}

	private static final class Database {

		static final String URI = start();

		private static String start() {
			Path data = temporaryFolder("bantin-database");
			int port = FreePorts.next();
			JavaProcess process = startDatabase(data.resolve("data"), port, data.resolve("log.txt"));
			stopWithThisJvm(process, data);
			process.awaitPort(port, PATIENCE);
			return "mongodb://127.0.0.1:" + port;
		}

	}

}
