package vn.bantin.local.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.local.harness.Repository;

/**
 * Which parts there are and how each is started. Everything that one part must know of
 * another is said in environment variables.
 */
final class Plan {

	private static final int STEP = 100;

	private final Options options;

	private final Ports ports;

	private final Map<String, String> outside;

	private final String oidcSecret;

	Plan(Options options, Ports ports, Map<String, String> outside, String oidcSecret) {
		this.options = options;
		this.ports = ports;
		this.outside = outside;
		this.oidcSecret = oidcSecret;
	}

	/** What the services stand on; what the environment names is not started. */
	List<Part> foundations() {
		List<Part> parts = new ArrayList<>();
		if (!this.outside.containsKey("KAFKA_BROKERS")) {
			int port = this.ports.of("KAFKA_PORT");
			int controller = this.ports.of("KAFKA_CONTROLLER_PORT");
			parts.add(new Part("kafka", Map.of("KAFKA_PORT", port, "KAFKA_CONTROLLER_PORT", controller),
					Part.accepting(port), (log) -> LocalServers.startBroker(folder("kafka"), port, controller, log)));
		}
		if (!this.outside.containsKey("MONGODB_URI")) {
			int port = this.ports.of("MONGODB_PORT");
			parts.add(new Part("mongodb", Map.of("MONGODB_PORT", port), Part.accepting(port),
					(log) -> LocalServers.startDatabase(folder("mongodb"), port, log)));
		}
		return parts;
	}

	/** Who stand beside the services; nothing waits for them. */
	List<Part> neighbours() {
		List<Part> parts = new ArrayList<>();
		if (this.options.contact() == null) {
			int port = this.ports.of("PROVIDERS_PORT");
			parts.add(new Part("providers", Map.of("PROVIDERS_PORT", port),
					URI.create("http://127.0.0.1:" + port + "/health"),
					(log) -> JavaProcess.start("sample providers", Repository.jar("deploy/local/providers"),
							Part.jvm("48m"), List.of("" + port, "--exit-with-parent"), Map.of(), log)));
		}
		int port = this.ports.of("IDENTITY_PORT");
		Map<String, String> environment = Map.of("IDENTITY_PORT", "" + port, "IDENTITY_ISSUER", issuer(), "DATA_DIR",
				folder("identity").toString(), "OIDC_CLIENT_SECRET", this.oidcSecret, "OIDC_REDIRECTS",
				redirect("127.0.0.1") + "," + redirect("localhost"));
		parts.add(new Part("identity", Map.of("IDENTITY_PORT", port),
				URI.create("http://127.0.0.1:" + port + "/actuator/health"),
				(log) -> JavaProcess.start("identity provider", Repository.jar("deploy/local/identity"),
						Part.jvm("128m"), List.of("--exit-with-parent"), environment, log)));
		return parts;
	}

	List<Part> services() {
		List<Part> parts = new ArrayList<>();
		parts.addAll(instances("article-service", "320m"));
		parts.addAll(instances("rating-service", "320m"));
		parts.addAll(instances("widget-service", "256m"));
		parts.add(gateway());
		return parts;
	}

	private List<Part> instances(String service, String memory) {
		return IntStream.rangeClosed(1, this.options.instancesOf(service))
			.mapToObj((number) -> instance(service, number, memory))
			.toList();
	}

	private Part instance(String service, int number, String memory) {
		String variable = variable(service);
		int port = port(variable + "_PORT", number);
		int management = port(variable + "_MANAGEMENT_PORT", number);
		String name = (number == 1) ? service : service + "-" + number;
		Map<String, String> environment = new HashMap<>(common());
		environment.put(variable + "_PORT", "" + port);
		environment.put(variable + "_MANAGEMENT_PORT", "" + management);
		environment.put("INSTANCE_ID", name);
		environment.put("DATA_DIR", folder(name).toString());
		if (service.equals("widget-service")) {
			environment.putAll(providers());
		}
		return part(name, service, memory, environment,
				Map.of(variable + "_PORT", port, variable + "_MANAGEMENT_PORT", management), management);
	}

	private Part gateway() {
		int port = this.ports.of("GATEWAY_PORT");
		int management = this.ports.of("GATEWAY_MANAGEMENT_PORT");
		Map<String, String> environment = new HashMap<>(common());
		environment.put("GATEWAY_PORT", "" + port);
		environment.put("GATEWAY_MANAGEMENT_PORT", "" + management);
		environment.put("GATEWAY_KEYS_DIR", folder("keys").toString());
		environment.put("GATEWAY_CREATE_KEYS", "true");
		environment.put("IDENTITY_ISSUER", issuer());
		environment.put("OIDC_CLIENT_SECRET", this.oidcSecret);
		for (String service : List.of("article-service", "rating-service", "widget-service")) {
			environment.put(variable(service) + "_URLS", urls(service));
		}
		return part("gateway", "gateway", "320m", environment,
				Map.of("GATEWAY_PORT", port, "GATEWAY_MANAGEMENT_PORT", management), management);
	}

	private static Part part(String name, String module, String memory, Map<String, String> environment,
			Map<String, Integer> ports, int management) {
		return new Part(name, ports, URI.create("http://127.0.0.1:" + management + "/actuator/health/readiness"),
				(log) -> JavaProcess.start(name, Repository.jar(module), Part.jvm(memory), List.of(), environment,
						log));
	}

	private String urls(String service) {
		return IntStream.rangeClosed(1, this.options.instancesOf(service))
			.mapToObj((number) -> "http://127.0.0.1:" + port(variable(service) + "_PORT", number))
			.collect(Collectors.joining(","));
	}

	private int port(String variable, int number) {
		return this.ports.of(variable) + STEP * (number - 1);
	}

	private Map<String, String> common() {
		return Map.of("KAFKA_BROKERS", kafka(), "MONGODB_URI", mongodb(), "GATEWAY_JWKS_URI",
				gatewayUrl() + "/.well-known/jwks.json");
	}

	private Map<String, String> providers() {
		if (this.options.contact() != null) {
			return Map.of("WEATHER_CONTACT", this.options.contact());
		}
		String base = "http://127.0.0.1:" + this.ports.of("PROVIDERS_PORT");
		return Map.of("SAMPLE_PROVIDERS", "true", "WEATHER_METNO_URL", base, "EXCHANGE_RATES_VIETCOMBANK_URL",
				base + "/Usercontrols/TVPortal.TyGia/pXML.aspx");
	}

	String kafka() {
		return Optional.ofNullable(this.outside.get("KAFKA_BROKERS"))
			.orElseGet(() -> "127.0.0.1:" + this.ports.of("KAFKA_PORT"));
	}

	String mongodb() {
		return Optional.ofNullable(this.outside.get("MONGODB_URI"))
			.orElseGet(() -> "mongodb://127.0.0.1:" + this.ports.of("MONGODB_PORT"));
	}

	String gatewayUrl() {
		return "http://127.0.0.1:" + this.ports.of("GATEWAY_PORT");
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
