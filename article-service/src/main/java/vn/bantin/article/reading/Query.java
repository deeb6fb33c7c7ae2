package vn.bantin.article.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which articles a reader wants.
 *
 * @param section slug, or null for all
 * @param tag slug, or null for all
 * @param author slug, or null for all
 * @param kind code, or null for all
 * @param words to be found, or null; with words the best come first, else the newest
 * @param cursor where the page before ended, or null for the first
 * @param limit 1 to 100
 */
public record Query(@Nullable String section, @Nullable String tag, @Nullable String author, @Nullable String kind,
		@Nullable String words, @Nullable String cursor, int limit) {
}
