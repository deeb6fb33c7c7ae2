package vn.bantin.widget.weather;

import java.util.List;

/**
 * A province, and the city that its forecast is for.
 *
 * @param slug identifier, never changed
 * @param code the statistics office's number, which changes when the administrative
 * centre moves
 * @param name of the province
 * @param city the city that the forecast is for
 * @param latitude in degrees north
 * @param longitude in degrees east
 * @param formerly the provinces merged into it in 2025
 */
public record Place(String slug, String code, String name, String city, double latitude, double longitude,
		List<String> formerly) {
}
