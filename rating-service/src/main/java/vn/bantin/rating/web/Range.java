package vn.bantin.rating.web;

import java.util.List;

import org.springframework.util.MultiValueMap;

/**
 * A query parameter that is a whole number.
 *
 * @param name the parameter
 * @param from the least allowed
 * @param to the most allowed
 * @param otherwise taken when it is absent
 */
record Range(String name, int from, int to, int otherwise) {

	int read(MultiValueMap<String, String> parameters) {
		String value = parameters.getFirst(this.name);
		if (value == null) {
			return this.otherwise;
		}
		if (value.matches("\\d{1,6}")) {
			int number = Integer.parseInt(value);
			if (number >= this.from && number <= this.to) {
				return number;
			}
		}
		throw new InvalidRequest(this.name, value, "a whole number from %d to %d".formatted(this.from, this.to));
	}

	static void refuseUnknown(MultiValueMap<String, String> parameters, String... known) {
		parameters.forEach((name, values) -> {
			if (!List.of(known).contains(name)) {
				throw new InvalidRequest(name, values.getFirst(),
						"no such parameter; known are " + String.join(", ", known));
			}
		});
	}

}
