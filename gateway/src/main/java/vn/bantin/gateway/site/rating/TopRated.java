package vn.bantin.gateway.site.rating;

import java.util.List;

import vn.bantin.gateway.site.answer.Fields;
import vn.bantin.gateway.site.story.Story;

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
