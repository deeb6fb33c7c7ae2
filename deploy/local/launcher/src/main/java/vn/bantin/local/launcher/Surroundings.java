package vn.bantin.local.launcher;

import java.util.List;
import java.util.Map;

import vn.bantin.local.harness.Builds;

/**
 * What drills and benchmarks override.
 *
 * @param wires the connections between parts
 * @param environment environment variables for every service; they override its own
 * @param jvm JVM options of the services, appended to the default ones to override them
 * @param builds jars of the services, the embedded broker and the embedded database
 */
public record Surroundings(Wires wires, Map<String, String> environment, List<String> jvm, Builds builds) {

	/** Nothing overridden. */
	public static final Surroundings USUAL = new Surroundings(Wires.DIRECT, Map.of(), List.of(), Builds.USUAL);

	/**
	 * For newspapers that are asked more by one address than the gateway allows a reader.
	 */
	public static final Map<String, String> WITHOUT_LIMITS = Map.of("GATEWAY_LIMITS", "off");

	public Surroundings {
		environment = Map.copyOf(environment);
		jvm = List.copyOf(jvm);
	}

}
