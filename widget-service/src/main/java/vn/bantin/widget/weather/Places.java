package vn.bantin.widget.weather;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 34 provinces since 1 July 2025 (Resolution 202/2025/QH15), Hà Nội first.
 *
 * @param all in the order shown to readers
 */
public record Places(List<Place> all) {

	/**
	 * Reads the list from the class path.
	 * @return all places
	 */
	public static Places load() {
		try (InputStream list = Objects.requireNonNull(Places.class.getResourceAsStream("/places.json"))) {
			return new Places(JsonMapper.shared().readValue(list, new TypeReference<List<Place>>() {
			}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds a place.
	 * @param slug its identifier
	 * @return empty when there is none
	 */
	public Optional<Place> find(String slug) {
		return this.all.stream().filter((place) -> place.slug().equals(slug)).findFirst();
	}

}
