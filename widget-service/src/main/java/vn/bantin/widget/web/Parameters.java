package vn.bantin.widget.web;

import java.util.List;

import org.springframework.util.MultiValueMap;

/** Refuses query parameters that a method does not know, by name. */
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

}
