package vn.bantin.local.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.bantin.local.harness.BrokerListener;
import vn.bantin.local.harness.Builds;
import vn.bantin.local.harness.FreePorts;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.local.harness.Probe;
import vn.bantin.local.harness.Repository;

/**
 * The parts and how each is started. What a part has to know of another is passed in
 * environment variables.
 */
final class Plan {

	/** Between the ports of two instances. */
	static final int PORT_STEP = 100;

	/** The gateway's memory of answers, 256 MiB, is not on its heap. */
	private static final Map<String, List<String>> MEMORY = Map.of("article-service", List.of("-Xmx320m"),
			"rating-service", List.of("-Xmx320m"), "widget-service", List.of("-Xmx256m"), "gateway",
			List.of("-Xmx320m", "-XX:NewRatio=1", "-XX:MaxDirectMemorySize=512m"));

	static final String KAFKA = "kafka";

	static final String MONGODB = "mongodb";

	private final Options options;

	private final Ports ports;

	private final Map<String, String> environment;

	private final String oidcSecret;

	private final Surroundings surroundings;

	/** Of the broker, one for each service that does not connect to it directly. */
	private final Map<String, BrokerListener> listeners = new HashMap<>();

	Plan(Options options, Ports ports, Map<String, String> environment, String oidcSecret, Surroundings surroundings) {
		this.options = options;
		this.ports = ports;
		this.environment = environment;
		this.oidcSecret = oidcSecret;
		this.surroundings = surroundings;
		// Kafka's clients connect to what the broker advertises, so each detour needs a
		// listener of its own.
		if (surroundings.wires() != Wires.DIRECT && !environment.containsKey("KAFKA_BROKERS")) {
			Supervisor.SERVICES.forEach((service) -> names(service).forEach((name) -> {
				int listens = FreePorts.next();
				this.listeners.put(name, new BrokerListener(listens, surroundings.wires().port(name, KAFKA, listens)));
			}));
		}
	}

	/** In the order of the start. */
	List<ProcessSpec> all() {
		return Stream.of(backingServices(), standIns(), services()).flatMap(List::stream).toList();
	}

	/** Kafka and MongoDB, unless the environment names others. */
	List<ProcessSpec> backingServices() {
		List<ProcessSpec> specs = new ArrayList<>();
		if (!this.environment.containsKey("KAFKA_BROKERS")) {
			int port = this.ports.of("KAFKA_PORT");
			int controller = this.ports.of("KAFKA_CONTROLLER_PORT");
			specs.add(new ProcessSpec(KAFKA, Map.of("KAFKA_PORT", port, "KAFKA_CONTROLLER_PORT", controller),
					Probe.tcp(port), (log) -> LocalServers.startBroker(this.surroundings.builds(), folder(KAFKA), port,
							controller, List.copyOf(this.listeners.values()), log)));
		}
		if (!this.environment.containsKey("MONGODB_URI")) {
			int port = this.ports.of("MONGODB_PORT");
			specs.add(new ProcessSpec(MONGODB, Map.of("MONGODB_PORT", port), Probe.tcp(port),
					(log) -> LocalServers.startDatabase(this.surroundings.builds(), folder(MONGODB), port, log)));
		}
		return specs;
	}

	/** Stand-ins for servers that a newspaper has outside; no service waits for them. */
	List<ProcessSpec> standIns() {
		List<ProcessSpec> specs = new ArrayList<>();
		if (this.options.contact() == null) {
			int port = this.ports.of("PROVIDERS_PORT");
			specs.add(new ProcessSpec("providers", Map.of("PROVIDERS_PORT", port),
					Probe.http(URI.create("http://127.0.0.1:" + port + "/health")),
					(log) -> JavaProcess.start("sample providers", Repository.jar("deploy/local/providers"),
							ProcessSpec.jvm("48m"), List.of("" + port, "--exit-with-parent"), Map.of(), log)));
		}
		int port = this.ports.of("IDENTITY_PORT");
		Map<String, String> environment = Map.of("IDENTITY_PORT", "" + port, "IDENTITY_ISSUER", issuer(), "DATA_DIR",
				folder("identity").toString(), "OIDC_CLIENT_SECRET", this.oidcSecret, "OIDC_REDIRECTS",
				redirect("127.0.0.1") + "," + redirect("localhost"));
		specs.add(new ProcessSpec("identity", Map.of("IDENTITY_PORT", port),
				Probe.http(URI.create("http://127.0.0.1:" + port + "/actuator/health")),
				(log) -> JavaProcess.start("identity provider", Repository.jar("deploy/local/identity"),
						ProcessSpec.jvm("128m"), List.of("--exit-with-parent"), environment, log)));
		return specs;
	}

	List<ProcessSpec> services() {
		return Supervisor.SERVICES.stream().flatMap((service) -> instances(service).stream()).toList();
	}

	private List<ProcessSpec> instances(String service) {
		return IntStream.rangeClosed(1, this.options.instancesOf(service))
			.mapToObj((number) -> instance(service, number, this.surroundings.builds()))
			.toList();
	}

	/** The first instance of a service, from another build. */
	ProcessSpec variant(String service, Builds builds) {
		return instance(service, 1, builds);
	}

	private List<String> names(String service) {
		return IntStream.rangeClosed(1, this.options.instancesOf(service))
			.mapToObj((number) -> name(service, number))
			.toList();
	}

	private static String name(String service, int number) {
		return (number == 1) ? service : service + "-" + number;
	}

	private ProcessSpec instance(String service, int number, Builds builds) {
		String variable = variable(service);
		int port = port(variable + "_PORT", number);
		int management = port(variable + "_MANAGEMENT_PORT", number);
		String name = name(service, number);
		Map<String, String> environment = new HashMap<>(commonEnvironment(name));
		environment.put(variable + "_PORT", "" + port);
		environment.put(variable + "_MANAGEMENT_PORT", "" + management);
		environment.put("INSTANCE_ID", name);
		environment.put("DATA_DIR", folder(name).toString());
		if (service.equals("widget-service")) {
			environment.putAll(providersEnvironment(name));
		}
		if (service.equals("gateway")) {
			environment.putAll(gatewayEnvironment(name));
		}
		environment.putAll(this.surroundings.environment());
		return new ProcessSpec(name, Map.of(variable + "_PORT", port, variable + "_MANAGEMENT_PORT", management),
				Probe.http(URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness")),
				(log) -> JavaProcess.start(name, builds.jar(service),
						Stream.concat(jvm(service).stream(), builds.jvm(service).stream()).toList(), List.of(),
						environment, log));
	}

	private Map<String, String> gatewayEnvironment(String name) {
		Map<String, String> environment = new HashMap<>();
		environment.put("GATEWAY_KEYS_DIR", folder("keys").toString());
		environment.put("GATEWAY_CREATE_KEYS", "true");
		environment.put("IDENTITY_ISSUER", issuer());
		environment.put("OIDC_CLIENT_SECRET", this.oidcSecret);
		// All readers of one machine are one network.
		environment.put("CONNECTIONS_PER_NETWORK", this.environment.getOrDefault("CONNECTIONS_PER_NETWORK", "20000"));
		environment.put("SITE_URL", this.environment.getOrDefault("SITE_URL", gatewayUrls().getFirst()));
		for (String service : List.of("article-service", "rating-service", "widget-service")) {
			environment.put(variable(service) + "_URLS", urls(name, service));
		}
		return environment;
	}

	private List<String> jvm(String service) {
		List<String> memory = Objects.requireNonNull(MEMORY.get(service), service);
		return Stream.of(JavaProcess.SMALL, memory, this.surroundings.jvm()).flatMap(List::stream).toList();
	}

	private String urls(String from, String service) {
		return IntStream.rangeClosed(1, this.options.instancesOf(service))
			.map((number) -> this.surroundings.wires()
				.port(from, name(service, number), port(variable(service) + "_PORT", number)))
			.mapToObj((port) -> "http://127.0.0.1:" + port)
			.collect(Collectors.joining(","));
	}

	List<String> gatewayUrls() {
		return IntStream.rangeClosed(1, this.options.instancesOf("gateway"))
			.mapToObj((number) -> "http://127.0.0.1:" + port("GATEWAY_PORT", number))
			.toList();
	}

	private int port(String variable, int number) {
		return this.ports.of(variable) + PORT_STEP * (number - 1);
	}

	private Map<String, String> commonEnvironment(String from) {
		Wires wires = this.surroundings.wires();
		BrokerListener listener = this.listeners.get(from);
		return Map.of("KAFKA_BROKERS", (listener != null) ? "127.0.0.1:" + listener.advertised() : kafka(),
				"MONGODB_URI",
				this.environment.containsKey("MONGODB_URI") ? mongodb()
						: "mongodb://127.0.0.1:" + wires.port(from, MONGODB, this.ports.of("MONGODB_PORT")),
				"GATEWAY_JWKS_URI", "http://127.0.0.1:" + wires.port(from, "gateway", this.ports.of("GATEWAY_PORT"))
						+ "/.well-known/jwks.json");
	}

	private Map<String, String> providersEnvironment(String from) {
		if (this.options.contact() != null) {
			return Map.of("WEATHER_CONTACT", this.options.contact());
		}
		String base = "http://127.0.0.1:"
				+ this.surroundings.wires().port(from, "providers", this.ports.of("PROVIDERS_PORT"));
		return Map.of("SAMPLE_PROVIDERS", "true", "WEATHER_METNO_URL", base, "EXCHANGE_RATES_VIETCOMBANK_URL",
				base + "/Usercontrols/TVPortal.TyGia/pXML.aspx");
	}

	String kafka() {
		return Optional.ofNullable(this.environment.get("KAFKA_BROKERS"))
			.orElseGet(() -> "127.0.0.1:" + this.ports.of("KAFKA_PORT"));
	}

	String mongodb() {
		return Optional.ofNullable(this.environment.get("MONGODB_URI"))
			.orElseGet(() -> "mongodb://127.0.0.1:" + this.ports.of("MONGODB_PORT"));
	}

	String issuer() {
		return "http://127.0.0.1:" + this.ports.of("IDENTITY_PORT");
	}

	private String redirect(String host) {
		return "http://" + host + ":" + this.ports.of("GATEWAY_PORT") + "/login/oauth2/code/bantin";
	}

	private Path folder(String part) {
		return this.options.data().resolve(part);
	}

	private static String variable(String service) {
		return service.replace('-', '_').toUpperCase(Locale.ROOT);
	}

}
