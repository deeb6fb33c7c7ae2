package vn.bantin.local.launcher;

import java.util.List;
import java.util.Map;

import vn.bantin.local.harness.Builds;

/**
 * What is unusual about a newspaper that is drilled or measured.
 *
 * @param wires where parts find each other
 * @param environment variables added to each service's own
 * @param jvm options of the services' JVMs, put after the usual ones, so that they win
 * @param builds what the services, the embedded broker and the embedded database run out
 * of
 */
public record Surroundings(Wires wires, Map<String, String> environment, List<String> jvm, Builds builds) {

	/** Nothing unusual. */
	public static final Surroundings USUAL = new Surroundings(Wires.DIRECT, Map.of(), List.of(), Builds.USUAL);

	public Surroundings {
		environment = Map.copyOf(environment);
		jvm = List.copyOf(jvm);
	}

}
