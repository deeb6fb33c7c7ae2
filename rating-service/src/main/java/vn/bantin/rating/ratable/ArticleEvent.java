package vn.bantin.rating.ratable;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code article-service/contracts}; the rest is ignored.
 *
 * @param article the new public state
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ArticleEvent(@Nullable State article) {

	RatableArticle toRatable() {
		if (this.article == null || this.article.id() == null || this.article.revision() < 1
				|| this.article.published() == null || this.article.url() == null) {
			throw new IllegalArgumentException(
					"An article's event needs its id, revision, url and time of publication");
		}
		boolean retracted = this.article.retracted() != null;
		boolean open = !retracted && !Boolean.FALSE.equals(this.article.openForRating());
		String title = (this.article.title() != null) ? this.article.title() : "";
		return new RatableArticle(this.article.id(), this.article.revision(), title, this.article.url(),
				this.article.published(), open);
	}

	/**
	 * The public state of an article, as far as it matters here.
	 *
	 * @param id its id
	 * @param revision its revision
	 * @param title its title, absent from retractions
	 * @param url its page
	 * @param published when first
	 * @param retracted when taken back
	 * @param openForRating whether readers may rate it; absent means they may
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record State(@Nullable String id, long revision, @Nullable String title, @Nullable String url,
			@Nullable Instant published, @Nullable Instant retracted, @Nullable Boolean openForRating) {
	}

}
