package vn.bantin.local.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The command line's options.
 *
 * @param data the data folder
 * @param instances instances of each service that is scaled
 * @param contact e-mail address for the real providers; null for the sample providers
 * @param content whether to load the sample content at the first start
 * @param restart whether to restart parts that end
 * @param portOffset added to every default port
 */
public record Options(Path data, Map<String, Integer> instances, @Nullable String contact, boolean content,
		boolean restart, int portOffset) {

	/** Of a service. */
	static final int MAX_INSTANCES = 4;

	/**
	 * The defaults: one instance of everything, sample providers, sample content.
	 * @param data the data folder
	 * @return the options
	 */
	public static Options usual(Path data) {
		return new Options(data, Map.of(), null, true, true, 0);
	}

	/**
	 * Without sample content and restarts, for tests that do both themselves.
	 * @return a copy
	 */
	public Options bare() {
		return new Options(this.data, this.instances, this.contact, false, false, this.portOffset);
	}

	/**
	 * With several instances of some services.
	 * @param instances instances of each service that is scaled
	 * @return a copy
	 */
	public Options scaled(Map<String, Integer> instances) {
		return new Options(this.data, Map.copyOf(instances), this.contact, this.content, this.restart, this.portOffset);
	}

	/**
	 * Parses a command line.
	 * @param arguments the arguments after the command
	 * @param defaultData the data folder unless {@code --data} names another
	 * @return the options
	 * @throws CannotStart if an option is unknown or has a wrong value
	 */
	public static Options read(List<String> arguments, Path defaultData) {
		Path data = defaultData;
		Map<String, Integer> instances = new HashMap<>();
		boolean live = false;
		String contact = null;
		boolean content = true;
		boolean restart = true;
		int offset = 0;
		List<String> rest = new ArrayList<>(arguments);
		while (!rest.isEmpty()) {
			String option = rest.removeFirst();
			switch (option) {
				case "--data" -> data = Path.of(value(option, rest)).toAbsolutePath();
				case "--scale" -> scale(value(option, rest), instances);
				case "--live" -> live = true;
				case "--contact" -> contact = value(option, rest);
				case "--no-content" -> content = false;
				case "--no-restart" -> restart = false;
				case "--port-offset" -> offset = number(option, value(option, rest), 0, 40000);
				default -> {
					if (option.startsWith("--scale=")) {
						scale(option.substring("--scale=".length()), instances);
					}
					else {
						throw new CannotStart("There is no option '" + option + "'; see deploy/local/README.md.");
					}
				}
			}
		}
		if (live && (contact == null || !contact.contains("@"))) {
			throw new CannotStart(
					"--live calls real providers, which require a contact address: add --contact you@paper.vn.");
		}
		return new Options(data, Map.copyOf(instances), live ? contact : null, content, restart, offset);
	}

	private static String value(String option, List<String> rest) {
		return Optional.ofNullable(rest.isEmpty() ? null : rest.removeFirst())
			.orElseThrow(() -> new CannotStart("The option " + option + " needs a value."));
	}

	private static void scale(String value, Map<String, Integer> instances) {
		String[] parts = value.split("=", -1);
		if (parts.length != 2 || !Supervisor.SERVICES.contains(parts[0])) {
			throw new CannotStart("--scale takes a service and a number, such as rating-service=2; services are "
					+ String.join(", ", Supervisor.SERVICES.stream().sorted().toList()) + ".");
		}
		instances.put(parts[0], number("--scale " + parts[0], parts[1], 1, MAX_INSTANCES));
	}

	private static int number(String what, String value, int from, int to) {
		if (value.matches("\\d{1,5}")) {
			int number = Integer.parseInt(value);
			if (number >= from && number <= to) {
				return number;
			}
		}
		throw new CannotStart("%s takes a whole number from %d to %d, not '%s'.".formatted(what, from, to, value));
	}

	int instancesOf(String service) {
		return this.instances.getOrDefault(service, 1);
	}

}
