package vn.bantin.widget.web;

import java.util.List;

import org.springframework.util.MultiValueMap;

/** Query parameters are known and in range, or refused by name. */
final class Parameters {

	private Parameters() {
	}

	static void refuseUnknown(MultiValueMap<String, String> parameters, String... known) {
		parameters.forEach((name, values) -> {
			if (!List.of(known).contains(name)) {
				throw new InvalidRequest(name, values.getFirst(), (known.length == 0) ? "no parameter at all"
						: "no such parameter; known are " + String.join(", ", known));
			}
		});
	}

	static int number(MultiValueMap<String, String> parameters, String name, int from, int to, int otherwise) {
		String value = parameters.getFirst(name);
		if (value == null) {
			return otherwise;
		}
		if (value.matches("\\d{1,6}")) {
			int number = Integer.parseInt(value);
			if (number >= from && number <= to) {
				return number;
			}
		}
		throw new InvalidRequest(name, value, "a whole number from %d to %d".formatted(from, to));
	}

}
