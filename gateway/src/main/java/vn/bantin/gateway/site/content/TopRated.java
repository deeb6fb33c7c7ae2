package vn.bantin.gateway.site.content;

import java.util.List;

/**
 * An article that readers liked.
 *
 * @param story the article, as far as rating-service knows it
 * @param tally what readers gave it
 */
public record TopRated(Story story, Tally tally) {

	/**
	 * Reads the list of what readers liked best.
	 * @param fields the items as rating-service answers them
	 * @return those that can be shown, best first
	 */
	public static List<TopRated> readAll(List<Fields> fields) {
		return fields.stream()
			.flatMap((item) -> Story.read(item)
				.flatMap((story) -> Tally.read(item).map((tally) -> new TopRated(story, tally)))
				.stream())
			.toList();
	}

}
