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
 * @param all in the order that readers choose from
 */
public record Places(List<Place> all) {

	/**
	 * Reads the list that belongs to this program.
	 * @return all of them
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
	 * Looks a place up.
	 * @param slug our name for it
	 * @return empty for any other word
	 */
	public Optional<Place> find(String slug) {
		return this.all.stream().filter((place) -> place.slug().equals(slug)).findFirst();
	}

}
