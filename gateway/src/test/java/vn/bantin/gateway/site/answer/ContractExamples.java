package vn.bantin.gateway.site.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The producers' own examples. What they announce is what they answer, so it must become
 * something to show.
 */
public final class ContractExamples {

	private ContractExamples() {
	}

	/**
	 * The values of a service's examples.
	 * @param service the service
	 * @param type how the examples' names begin
	 * @return the values, at least one
	 */
	public static List<JsonNode> of(String service, String type) {
		Path folder = Path.of(System.getProperty("bantin.root"), service, "contracts", "examples");
		try (Stream<Path> files = Files.list(folder)) {
			List<JsonNode> values = files.filter((file) -> file.getFileName().toString().startsWith(type))
				.sorted()
				.map((file) -> JsonMapper.shared().readTree(file.toFile()).path("value"))
				.toList();
			if (values.isEmpty()) {
				throw new IllegalArgumentException("No example of " + type + " in " + folder);
			}
			return values;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
