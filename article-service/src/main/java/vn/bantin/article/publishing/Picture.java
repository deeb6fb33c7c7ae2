package vn.bantin.article.publishing;

import org.jspecify.annotations.Nullable;

/**
 * A picture as an article shows it.
 *
 * @param media id of the stored picture
 * @param alt what it shows, for who cannot see it; never empty
 * @param caption the words under it
 * @param credit who made it
 * @param width of the original in pixels
 * @param height of the original in pixels
 */
public record Picture(String media, String alt, @Nullable String caption, @Nullable String credit, int width,
		int height) {
}
