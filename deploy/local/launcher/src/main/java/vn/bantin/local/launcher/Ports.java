package vn.bantin.local.launcher;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import vn.bantin.local.harness.FreePorts;

/**
 * The ports that the parts listen on.
 *
 * @param byVariable each port by the environment variable that overrides it
 */
public record Ports(Map<String, Integer> byVariable) {

	private static final Map<String, Integer> DEFAULTS = defaults();

	public Ports {
		byVariable = Map.copyOf(byVariable);
	}

	private static Map<String, Integer> defaults() {
		Map<String, Integer> ports = new LinkedHashMap<>();
		ports.put("GATEWAY_PORT", 8080);
		ports.put("ARTICLE_SERVICE_PORT", 8081);
		ports.put("RATING_SERVICE_PORT", 8082);
		ports.put("WIDGET_SERVICE_PORT", 8083);
		ports.put("GATEWAY_MANAGEMENT_PORT", 9080);
		ports.put("ARTICLE_SERVICE_MANAGEMENT_PORT", 9081);
		ports.put("RATING_SERVICE_MANAGEMENT_PORT", 9082);
		ports.put("WIDGET_SERVICE_MANAGEMENT_PORT", 9083);
		ports.put("KAFKA_PORT", 9092);
		ports.put("KAFKA_CONTROLLER_PORT", 9093);
		ports.put("MONGODB_PORT", 27017);
		ports.put("IDENTITY_PORT", 9000);
		ports.put("PROVIDERS_PORT", 9010);
		return ports;
	}

	/**
	 * The default ports, with overrides.
	 * @param environment environment variables, some of which may override a port
	 * @param offset added to every port that is not overridden
	 * @return all ports
	 * @throws CannotStart if a variable's value is not a port
	 */
	public static Ports of(Map<String, String> environment, int offset) {
		Map<String, Integer> ports = new HashMap<>();
		DEFAULTS.forEach((variable, port) -> {
			String given = environment.get(variable);
			if (given != null && !given.matches("[1-9]\\d{0,4}")) {
				throw new CannotStart("The variable " + variable + " is not a port: '" + given + "'.");
			}
			ports.put(variable, (given != null) ? Integer.parseInt(given) : port + offset);
		});
		return new Ports(ports);
	}

	/**
	 * Free ports, for tests.
	 * @return all ports
	 */
	public static Ports free() {
		Map<String, Integer> ports = new HashMap<>();
		DEFAULTS.keySet()
			.forEach((variable) -> ports.put(variable, FreePorts.next(Options.MAX_INSTANCES, Plan.PORT_STEP)));
		return new Ports(ports);
	}

	int of(String variable) {
		return Objects.requireNonNull(this.byVariable.get(variable), variable);
	}

}
