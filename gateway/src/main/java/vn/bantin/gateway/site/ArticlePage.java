package vn.bantin.gateway.site;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.box.Boxes;
import vn.bantin.gateway.site.rating.Tally;
import vn.bantin.gateway.site.story.Story;

/**
 * The page of an article or photo story.
 *
 * @param story the article
 * @param tally what readers gave it; left out when it could not be had in time
 * @param boxes the boxes beside it
 */
record ArticlePage(Story story, @Nullable Tally tally, Boxes boxes) {
}
