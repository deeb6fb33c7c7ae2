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
 * A broker and a database for the tests of one JVM: started on first use, on free ports
 * with data of their own; they end with the JVM, even if it is killed. The environment
 * variables {@code KAFKA_BROKERS} and {@code MONGODB_URI} name servers to use instead.
 */
public final class LocalServers {

	private static final String BROKER = "deploy/local/broker";

	private static final String DATABASE = "deploy/local/database";

	/** The modules of the embedded servers. */
	public static final List<String> MODULES = List.of(BROKER, DATABASE);

	private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

	private LocalServers() {
	}

	/**
	 * Kafka's address.
	 * @return {@code host:port}, several separated by commas
	 */
	public static String kafkaBrokers() {
		return Optional.ofNullable(System.getenv("KAFKA_BROKERS")).orElseGet(() -> Broker.ADDRESS);
	}

	/**
	 * MongoDB's address.
	 * @return a connection string without a database
	 */
	public static String mongodbUri() {
		return Optional.ofNullable(System.getenv("MONGODB_URI")).orElseGet(() -> Database.URI);
	}

	/**
	 * Starts the embedded broker.
	 * @param data its data folder
	 * @param port for clients
	 * @param controllerPort for its KRaft controller
	 * @param log the file for its output
	 * @return the process; ready when {@code port} accepts connections
	 */
	public static JavaProcess startBroker(Path data, int port, int controllerPort, Path log) {
		return startBroker(Builds.USUAL, data, port, controllerPort, List.of(), log);
	}

	/**
	 * Starts the embedded broker with additional listeners.
	 * @param builds the build to run
	 * @param data its data folder
	 * @param port for clients
	 * @param controllerPort for its KRaft controller
	 * @param listeners additional listeners
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
	 * Starts {@code mongod} if it is on the PATH, else the embedded server.
	 * @param data its data folder
	 * @param port for clients
	 * @param log the file for its output
	 * @return the process; ready when {@code port} accepts connections
	 */
	public static JavaProcess startDatabase(Path data, int port, Path log) {
		return startDatabase(Builds.USUAL, data, port, log);
	}

	/**
	 * Starts {@code mongod} if it is on the PATH, else the embedded server.
	 * @param builds the build of the embedded server
	 * @param data its data folder
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
	 * Finds MongoDB's own server on the PATH.
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
		// C2 pays off here: both servers run long and handle every request.
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
			process.awaitPort(port, START_TIMEOUT);
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
			process.awaitPort(port, START_TIMEOUT);
			return "mongodb://127.0.0.1:" + port;
		}

	}

}
