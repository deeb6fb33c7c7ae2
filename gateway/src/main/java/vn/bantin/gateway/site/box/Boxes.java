package vn.bantin.gateway.site.box;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.story.Story;

/**
 * The boxes beside the text. One that did not come in time is left out.
 *
 * @param newestPhotoStories the newest photo stories, one more than is shown
 * @param forecast the weather
 * @param places the provinces to choose from
 * @param board the exchange rates
 * @param chart the recent course of one of them
 */
public record Boxes(List<Story> newestPhotoStories, @Nullable Forecast forecast, List<Name> places,
		@Nullable Board board, @Nullable Chart chart) {

	static final int PHOTO_STORIES = 3;

	/**
	 * The photo stories to show.
	 * @return at most three
	 */
	public List<Story> photoStories() {
		return this.newestPhotoStories.stream().limit(PHOTO_STORIES).toList();
	}

	/**
	 * The boxes beside an article: a photo story does not recommend itself.
	 * @param story the article
	 * @return the boxes without it
	 */
	public Boxes beside(Story story) {
		return new Boxes(this.newestPhotoStories.stream().filter((each) -> !each.id().equals(story.id())).toList(),
				this.forecast, this.places, this.board, this.chart);
	}

}
