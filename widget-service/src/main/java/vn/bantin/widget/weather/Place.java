package vn.bantin.widget.weather;

import java.util.List;

/**
 * A province and the city that its forecast is for.
 *
 * @param slug our name for it, for ever
 * @param code the statistics office's number, which moves with the administrative centre
 * @param name of the province
 * @param city whose weather it is
 * @param latitude in degrees north
 * @param longitude in degrees east
 * @param formerly provinces that it was made of in 2025
 */
public record Place(String slug, String code, String name, String city, double latitude, double longitude,
		List<String> formerly) {
}
