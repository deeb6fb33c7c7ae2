package vn.bantin.article.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which articles a reader wants.
 *
 * @param section slug, or null for all
 * @param tag slug, or null for all
 * @param author slug, or null for all
 * @param kind code, or null for all
 * @param words to search for, best match first; or null for a list, newest first
 * @param cursor where the previous page ended, or null for the first
 * @param limit 1 to 100
 */
public record ArticleQuery(@Nullable String section, @Nullable String tag, @Nullable String author,
		@Nullable String kind, @Nullable String words, @Nullable String cursor, int limit) {

	static ArticleQuery ofSection(String section, int limit) {
		return new ArticleQuery(section, null, null, null, null, null, limit);
	}

	static ArticleQuery ofTag(String tag, int limit) {
		return new ArticleQuery(null, tag, null, null, null, null, limit);
	}

	boolean byScore() {
		return this.words != null;
	}

}
