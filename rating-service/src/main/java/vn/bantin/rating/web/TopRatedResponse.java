package vn.bantin.rating.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import vn.bantin.rating.ratable.RatableArticle;
import vn.bantin.rating.reading.ArticleTally;

/**
 * The best rated articles.
 *
 * @param items the best first
 */
record TopRatedResponse(List<Item> items) {

	/**
	 * An article and its tally.
	 *
	 * @param id the article's id
	 * @param title its title
	 * @param url its page
	 * @param published when first
	 * @param sum all stars together
	 * @param count how many votes
	 * @param mean stars per vote with two decimals
	 */
	@JsonPropertyOrder(alphabetic = false)
	record Item(String id, String title, String url, Instant published, long sum, long count, @Nullable Double mean) {

		static Item of(RatableArticle article, ArticleTally tally) {
			return new Item(article.id(), article.title(), article.url(), article.published(), tally.sum(),
					tally.count(), tally.mean());
		}

	}

}
