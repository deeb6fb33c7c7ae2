package vn.bantin.gateway.site.view;

import org.jspecify.annotations.Nullable;

import vn.bantin.gateway.site.content.Story;
import vn.bantin.gateway.site.content.Tally;

/**
 * The page of an article or photo story.
 *
 * @param story the article
 * @param tally what readers gave it; left out when it could not be had in time
 * @param boxes the boxes beside it
 */
public record ArticlePage(Story story, @Nullable Tally tally, Boxes boxes) {
}
