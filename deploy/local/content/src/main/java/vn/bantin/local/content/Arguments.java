package vn.bantin.local.content;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The parsed command line.
 *
 * @param gateway address of the gateway
 * @param token supplies an editor's bearer token; a token file is read on every call
 * @param state folder that keeps the progress
 */
record Arguments(URI gateway, Supplier<String> token, Path state) {

	static final String USAGE = "Usage: java -jar local-content-exec.jar --gateway URL (--token-file FILE | --token TOKEN) --state DIR";

	private static final Set<String> KNOWN = Set.of("--gateway", "--token-file", "--token", "--state");

	static Arguments parse(String... args) {
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < args.length; i += 2) {
			if (!KNOWN.contains(args[i])) {
				throw usage("Unknown option '" + args[i] + "'; valid options are "
						+ String.join(", ", new TreeSet<>(KNOWN)));
			}
			if (i + 1 == args.length) {
				throw usage("Option " + args[i] + " needs a value");
			}
			values.put(args[i], args[i + 1]);
		}
		if (values.containsKey("--token") == values.containsKey("--token-file")) {
			throw usage("Exactly one of --token and --token-file is required");
		}
		String file = values.get("--token-file");
		String token = values.get("--token");
		return new Arguments(gateway(required(values, "--gateway")),
				(file != null) ? () -> tokenIn(Path.of(file)) : () -> String.valueOf(token),
				Path.of(required(values, "--state")));
	}

	private static String required(Map<String, String> values, String option) {
		String value = values.get(option);
		if (value == null || value.isBlank()) {
			throw usage("Option " + option + " is required");
		}
		return value;
	}

	private static URI gateway(String address) {
		try {
			URI gateway = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
			if (gateway.getHost() != null && Set.of("http", "https").contains(String.valueOf(gateway.getScheme()))) {
				return gateway;
			}
		}
		catch (IllegalArgumentException ex) {
			throw new LoadFailed("The gateway's address '%s' is not a URL: %s.".formatted(address, ex.getMessage()),
					ex);
		}
		throw usage("The gateway's address '" + address + "' must start with http:// or https:// and a host");
	}

	private static String tokenIn(Path file) {
		try {
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new LoadFailed("The token cannot be read from %s: %s.".formatted(file, ex), ex);
		}
	}

	private static LoadFailed usage(String sentence) {
		return new LoadFailed(sentence + ". " + USAGE);
	}

}
