package vn.bantin.local.launcher;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import vn.bantin.local.harness.FreePorts;

/**
 * Which port each part listens on, by the environment variable that moves it.
 *
 * @param byVariable the port of each variable
 */
public record Ports(Map<String, Integer> byVariable) {

	private static final Map<String, Integer> USUAL = usual();

	public Ports {
		byVariable = Map.copyOf(byVariable);
	}

	private static Map<String, Integer> usual() {
		Map<String, Integer> usual = new LinkedHashMap<>();
		usual.put("GATEWAY_PORT", 8080);
		usual.put("ARTICLE_SERVICE_PORT", 8081);
		usual.put("RATING_SERVICE_PORT", 8082);
		usual.put("WIDGET_SERVICE_PORT", 8083);
		usual.put("GATEWAY_MANAGEMENT_PORT", 9080);
		usual.put("ARTICLE_SERVICE_MANAGEMENT_PORT", 9081);
		usual.put("RATING_SERVICE_MANAGEMENT_PORT", 9082);
		usual.put("WIDGET_SERVICE_MANAGEMENT_PORT", 9083);
		usual.put("KAFKA_PORT", 9092);
		usual.put("KAFKA_CONTROLLER_PORT", 9093);
		usual.put("MONGODB_PORT", 27017);
		usual.put("IDENTITY_PORT", 9000);
		usual.put("PROVIDERS_PORT", 9010);
		return usual;
	}

	/**
	 * The usual ports, moved.
	 * @param environment a variable here moves its port
	 * @param offset added to every port that no variable moves
	 * @return all ports
	 * @throws CannotStart if a variable holds no port
	 */
	public static Ports of(Map<String, String> environment, int offset) {
		Map<String, Integer> ports = new HashMap<>();
		USUAL.forEach((variable, usual) -> {
			String given = environment.get(variable);
			if (given != null && !given.matches("[1-9]\\d{0,4}")) {
				throw new CannotStart("The variable " + variable + " holds no port: '" + given + "'.");
			}
			ports.put(variable, (given != null) ? Integer.parseInt(given) : usual + offset);
		});
		return new Ports(ports);
	}

	/**
	 * Ports that nobody listens on, for tests.
	 * @return all ports
	 */
	public static Ports free() {
		Map<String, Integer> ports = new HashMap<>();
		USUAL.keySet().forEach((variable) -> ports.put(variable, FreePorts.next(Options.MOST, Plan.STEP)));
		return new Ports(ports);
	}

	int of(String variable) {
		return Objects.requireNonNull(this.byVariable.get(variable), variable);
	}

}
