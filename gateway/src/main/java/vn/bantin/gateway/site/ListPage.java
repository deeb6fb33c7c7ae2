package vn.bantin.gateway.site;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.box.Boxes;
import vn.bantin.gateway.site.story.StoryList;

/**
 * A page that lists stories: a section, an author, the photo stories, what a search
 * found.
 *
 * @param heading what is listed
 * @param note a sentence below the heading
 * @param stories the stories
 * @param first the address of the list's first page, when this is a later one
 * @param next the address of the list's next page
 * @param gallery whether the pictures matter most
 * @param boxes the boxes beside it
 */
record ListPage(String heading, @Nullable String note, StoryList stories, @Nullable String first, @Nullable String next,
		boolean gallery, Boxes boxes) {
}
