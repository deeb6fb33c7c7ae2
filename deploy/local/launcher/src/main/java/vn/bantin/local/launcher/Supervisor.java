package vn.bantin.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.Machine;
import vn.bantin.local.harness.Repository;

/**
 * The whole newspaper as processes of this machine: started in an order that lets each
 * begin as early as it can, stopped the other way round. Any part can be killed and
 * started again.
 */
public final class Platform implements AutoCloseable {

	/** The services, by their names without the number of an instance. */
	public static final List<String> SERVICES = List.of("article-service", "rating-service", "widget-service",
			"gateway");

	private static final Duration PATIENCE = Duration.ofSeconds(120);

	/** A service in training writes its cache when it ends. */
	private static final Duration END = Duration.ofSeconds(60);

	/** In MiB. */
	private static final long LEAST_DISK = 1024;

	private final Options options;

	private final Plan plan;

	private final Map<String, Part> parts = new LinkedHashMap<>();

	private final Map<String, JavaProcess> processes = new ConcurrentHashMap<>();

	private final BiConsumer<String, Duration> ready;

	private final Object starting = new Object();

	private boolean closed;

	/**
	 * Plans a newspaper; nothing is started yet.
	 * @param options what is asked for
	 * @param ports where each part listens
	 * @param ready is told each part that became ready, and after how long
	 * @throws CannotStart if the data folder cannot be used
	 */
	public Platform(Options options, Ports ports, BiConsumer<String, Duration> ready) {
		this(options, ports, Surroundings.USUAL, ready);
	}

	/**
	 * Plans a newspaper in unusual surroundings; nothing is started yet.
	 * @param options what is asked for
	 * @param ports where each part listens
	 * @param surroundings what is unusual
	 * @param ready is told each part that became ready, and after how long
	 * @throws CannotStart if the data folder cannot be used
	 */
	public Platform(Options options, Ports ports, Surroundings surroundings, BiConsumer<String, Duration> ready) {
		this.options = options;
		this.ready = ready;
		this.plan = new Plan(options, ports, System.getenv(), secret(options.data()), surroundings);
		for (List<Part> group : List.of(this.plan.foundations(), this.plan.neighbours(), this.plan.services())) {
			group.forEach((part) -> this.parts.put(part.name(), part));
		}
	}

	private static String secret(Path data) {
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

	/**
	 * Starts everything and returns when all is ready. When something fails, nothing is
	 * left running.
	 * @throws CannotStart if something outside has to be put right first
	 * @throws IllegalStateException if a part ends or is not ready in time
	 */
	public void start() {
		List<Part> foundations = this.plan.foundations();
		List<Part> neighbours = this.plan.neighbours();
		List<Part> services = this.plan.services();
		check();
		try (ExecutorService waiters = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> others = new ArrayList<>();
			List<Future<?>> under = foundations.stream()
				.<Future<?>>map((it) -> waiters.submit(() -> begin(it)))
				.toList();
			neighbours.forEach((it) -> others.add(waiters.submit(() -> begin(it))));
			awaitAll(under);
			services.forEach((it) -> others.add(waiters.submit(() -> begin(it))));
			awaitAll(others);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private static void awaitAll(List<Future<?>> begun) {
		for (Future<?> part : begun) {
			try {
				part.get();
			}
			catch (ExecutionException ex) {
				throw new IllegalStateException(Objects.requireNonNull(ex.getCause()).getMessage(), ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrupted", ex);
			}
		}
	}

	private void check() {
		for (Part part : this.parts.values()) {
			part.ports().forEach((variable, port) -> {
				if (!free(port)) {
					throw new CannotStart("Port %d, which %s needs, is in use; stop who uses it, or set %s to another."
						.formatted(port, part.name(), variable));
				}
			});
		}
		for (Part part : this.parts.values()) {
			if (!part.name().equals("kafka") && !part.name().equals("mongodb") && !Files.exists(jar(part))) {
				throw new CannotStart(jar(part) + " is missing; build it with 'mvn -DskipTests package'.");
			}
		}
		long free = Machine.freeDisk(this.options.data());
		if (free < LEAST_DISK) {
			throw new CannotStart(
					"Only %d MiB are free for %s; make room for 1 GiB, or name another folder with --data."
						.formatted(free, this.options.data()));
		}
	}

	private static Path jar(Part part) {
		String module = part.name().replaceFirst("-\\d+$", "");
		boolean service = module.endsWith("-service") || module.equals("gateway");
		return Repository.jar(service ? module : "deploy/local/" + module);
	}

	private static boolean free(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private void begin(Part part) {
		long start = System.nanoTime();
		launch(part);
		awaitReady(part.name(), PATIENCE);
		this.ready.accept(part.name(), Duration.ofNanos(System.nanoTime() - start));
	}

	/** Who is told to stop everything may be told so while something is being started. */
	private void launch(Part part) {
		synchronized (this.starting) {
			if (this.closed) {
				throw new IllegalStateException("The newspaper is being stopped");
			}
			this.processes.put(part.name(), part.starter().apply(log(part.name())));
		}
	}

	/**
	 * Starts a part that has ended, without waiting for it.
	 * @param name the part's name
	 */
	public void launch(String name) {
		launch(part(name));
	}

	/**
	 * Starts a service that has ended out of another build, without waiting for it.
	 * @param service its name
	 * @param builds what it runs out of
	 */
	public void launch(String service, Builds builds) {
		launch(this.plan.variant(service, builds));
	}

	/**
	 * Waits until a part is ready.
	 * @param name the part's name
	 * @param limit how long to wait at most
	 * @throws IllegalStateException if it ends or is not ready in time
	 */
	public void awaitReady(String name, Duration limit) {
		URI ready = part(name).ready();
		if ("tcp".equals(ready.getScheme())) {
			process(name).awaitPort(ready.getPort(), limit);
		}
		else {
			process(name).awaitHttp(ready, limit);
		}
	}

	private Part part(String name) {
		return Objects.requireNonNull(this.parts.get(name), name);
	}

	/**
	 * Kills a part as {@code kill -9} does.
	 * @param part its name
	 */
	public void kill(String part) {
		process(part).kill();
	}

	/**
	 * Starts a part that has ended, and waits until it is ready.
	 * @param part its name
	 * @throws IllegalStateException if it is not ready in time
	 */
	public void start(String part) {
		begin(part(part));
	}

	/**
	 * The process of a part.
	 * @param part its name
	 * @return the one started last
	 */
	public JavaProcess process(String part) {
		return Objects.requireNonNull(this.processes.get(part), part);
	}

	/**
	 * The parts, in the order of their start.
	 * @return their names
	 */
	public List<String> parts() {
		return List.copyOf(this.parts.keySet());
	}

	boolean isReady(String part) {
		return part(part).isReady();
	}

	/**
	 * The file that a part's output goes to.
	 * @param part its name
	 * @return the file
	 */
	public Path log(String part) {
		return this.options.data().resolve("logs").resolve(part + ".log");
	}

	/**
	 * The newspaper's public address.
	 * @return the gateway's
	 */
	public URI gateway() {
		return URI.create(this.plan.gatewayUrl());
	}

	/**
	 * The addresses of all instances of the gateway.
	 * @return at least one
	 */
	public List<URI> gateways() {
		return this.plan.gatewayUrls().stream().map(URI::create).toList();
	}

	/**
	 * The identity provider's address.
	 * @return its issuer
	 */
	public URI issuer() {
		return URI.create(this.plan.issuer());
	}

	/**
	 * Where Kafka is.
	 * @return host and port
	 */
	public String kafkaBrokers() {
		return this.plan.kafka();
	}

	/**
	 * Where the database is.
	 * @return a connection string
	 */
	public String mongodbUri() {
		return this.plan.mongodb();
	}

	/**
	 * Stops everything: the services all at once, since each takes its time to drain,
	 * then what they stand on. Nothing can be started afterwards.
	 */
	@Override
	public void close() {
		synchronized (this.starting) {
			this.closed = true;
		}
		List<String> services = this.plan.services().stream().map(Part::name).toList();
		try (ExecutorService stoppers = Executors.newVirtualThreadPerTaskExecutor()) {
			services.forEach((part) -> stoppers.execute(() -> stop(part)));
		}
		this.parts().reversed().stream().filter((part) -> !services.contains(part)).forEach(this::stop);
	}

	private void stop(String part) {
		JavaProcess process = this.processes.get(part);
		if (process != null) {
			process.stop(END);
		}
	}

}
