package vn.bantin.article.publishing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import vn.bantin.article.publishing.Article.Live;
import vn.bantin.article.publishing.Article.Retraction;

/**
 * An accepted change.
 *
 * @param after the article with its new revision
 * @param fact what is announced; null when it concerns the newsroom only
 */
record Change(Article after, @Nullable Fact fact) {

	/** What is announced about an article. */
	sealed interface Fact {

		/** The article with the revision that the fact made. */
		Article article();

		/** Seen by readers for the first time. */
		record Published(Article article) implements Fact {
		}

		/**
		 * Published again with other content.
		 *
		 * @param changed the fields that differ
		 */
		record Updated(Article article, List<String> changed) implements Fact {
		}

		/**
		 * Published again with a public note on what was wrong.
		 *
		 * @param changed the fields that differ
		 */
		record Corrected(Article article, List<String> changed) implements Fact {
		}

		/**
		 * Retracted.
		 *
		 * @param last what readers saw until then
		 */
		record Retracted(Article article, Live last, Retraction retraction) implements Fact {
		}

	}

}
