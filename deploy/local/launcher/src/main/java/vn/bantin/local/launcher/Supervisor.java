package vn.bantin.local.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;

import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.JavaProcess;

/**
 * Runs the whole newspaper as processes of this machine. Starts each as early as its
 * dependencies allow and stops them in reverse order. Any of them can be killed and
 * started again.
 */
public final class Supervisor implements AutoCloseable {

	/** The services' names, without instance numbers. */
	public static final List<String> SERVICES = List.of("article-service", "rating-service", "widget-service",
			"gateway");

	private static final Duration START_TIMEOUT = Duration.ofSeconds(120);

	/** Long enough for a service in training, which writes its AOT cache when it ends. */
	private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

	private final Options options;

	private final Plan plan;

	private final Map<String, ProcessSpec> specs = new LinkedHashMap<>();

	private final Map<String, JavaProcess> processes = new ConcurrentHashMap<>();

	private final BiConsumer<String, Duration> ready;

	private final Object lock = new Object();

	private boolean closed;

	/**
	 * Plans a newspaper; nothing is started yet.
	 * @param options the command line's options
	 * @param ports where each part listens
	 * @param ready called with each part that becomes ready and the time that it took
	 * @throws CannotStart if the data folder cannot be used
	 */
	public Supervisor(Options options, Ports ports, BiConsumer<String, Duration> ready) {
		this(options, ports, Surroundings.USUAL, ready);
	}

	/**
	 * Plans a newspaper with overrides; nothing is started yet.
	 * @param options the command line's options
	 * @param ports where each part listens
	 * @param surroundings the overrides
	 * @param ready called with each part that becomes ready and the time that it took
	 * @throws CannotStart if the data folder cannot be used
	 */
	public Supervisor(Options options, Ports ports, Surroundings surroundings, BiConsumer<String, Duration> ready) {
		this.options = options;
		this.ready = ready;
		this.plan = new Plan(options, ports, System.getenv(), ClientSecret.in(options.data()), surroundings);
		this.plan.all().forEach((spec) -> this.specs.put(spec.name(), spec));
	}

	/**
	 * Starts everything and waits until all is ready. If one part fails, all are stopped.
	 * @throws CannotStart if the user has to fix something first
	 * @throws IllegalStateException if a part ends or is not ready within 120 s
	 */
	public void start() {
		Preflight.check(this.specs.values(), this.options.data());
		try {
			StartSequence.run(this.plan, this::start);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private void start(ProcessSpec spec) {
		long start = System.nanoTime();
		launch(spec);
		awaitReady(spec.name(), START_TIMEOUT);
		this.ready.accept(spec.name(), Duration.ofNanos(System.nanoTime() - start));
	}

	/** Locked, since {@link #close()} may come from another thread while parts start. */
	private void launch(ProcessSpec spec) {
		synchronized (this.lock) {
			if (this.closed) {
				throw new IllegalStateException("The newspaper is being stopped");
			}
			this.processes.put(spec.name(), spec.starter().apply(log(spec.name())));
		}
	}

	/**
	 * Starts a part that has ended, without waiting for it.
	 * @param part its name
	 */
	public void launch(String part) {
		launch(spec(part));
	}

	/**
	 * Starts a service that has ended from another build, without waiting for it.
	 * @param service its name
	 * @param builds the build
	 */
	public void launch(String service, Builds builds) {
		launch(this.plan.variant(service, builds));
	}

	/**
	 * Starts a part that has ended, and waits until it is ready.
	 * @param part its name
	 * @throws IllegalStateException if it ends or is not ready within 120 s
	 */
	public void start(String part) {
		start(spec(part));
	}

	/**
	 * Waits until a part is ready.
	 * @param part its name
	 * @param limit how long to wait at most
	 * @throws IllegalStateException if it ends or is not ready in time
	 */
	public void awaitReady(String part, Duration limit) {
		process(part).await(spec(part).readiness(), limit);
	}

	boolean isReady(String part) {
		return spec(part).readiness().isReady();
	}

	/**
	 * Kills a part as {@code kill -9} does.
	 * @param part its name
	 */
	public void kill(String part) {
		process(part).kill();
	}

	private ProcessSpec spec(String part) {
		return Objects.requireNonNull(this.specs.get(part), part);
	}

	/**
	 * The process of a part.
	 * @param part its name
	 * @return the latest one
	 */
	public JavaProcess process(String part) {
		return Objects.requireNonNull(this.processes.get(part), part);
	}

	/**
	 * All parts in starting order.
	 * @return their names
	 */
	public List<String> parts() {
		return List.copyOf(this.specs.keySet());
	}

	/**
	 * The log file of a part.
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
		return gateways().getFirst();
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
	 * Kafka's address.
	 * @return host and port
	 */
	public String kafkaBrokers() {
		return this.plan.kafka();
	}

	/**
	 * The database's address.
	 * @return a connection string
	 */
	public String mongodbUri() {
		return this.plan.mongodb();
	}

	/**
	 * Stops the services in parallel, since each drains for a while, then the rest in
	 * reverse order. Nothing can be started afterwards.
	 */
	@Override
	public void close() {
		synchronized (this.lock) {
			this.closed = true;
		}
		List<String> services = this.plan.services().stream().map(ProcessSpec::name).toList();
		try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
			services.forEach((service) -> executor.execute(() -> stop(service)));
		}
		parts().reversed().stream().filter((part) -> !services.contains(part)).forEach(this::stop);
	}

	private void stop(String part) {
		JavaProcess process = this.processes.get(part);
		if (process != null) {
			process.stop(STOP_TIMEOUT);
		}
	}

}
