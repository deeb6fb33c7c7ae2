package vn.bantin.gateway.site;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.box.Boxes;
import vn.bantin.gateway.site.rating.TopRated;
import vn.bantin.gateway.site.story.Story;

/**
 * The front page.
 *
 * @param lead the story on top
 * @param newest the newest ones after it
 * @param sections the newest of each section
 * @param topRated what readers liked best
 * @param boxes the boxes beside it
 */
record HomePage(@Nullable Story lead, List<Story> newest, List<Section> sections, List<TopRated> topRated,
		Boxes boxes) {

	/**
	 * The newest of one section.
	 *
	 * @param name the section
	 * @param stories its stories
	 */
	record Section(Name name, List<Story> stories) {
	}

}
