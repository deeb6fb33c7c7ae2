package vn.bantin.article.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The tags of live articles. They are cached until the index changes, since each costs a
 * search.
 */
final class Tags {

	private final ArticleIndex index;

	private final ArticleSearch articles;

	private volatile Known known = new Known(-1, Map.of());

	Tags(ArticleIndex index, ArticleSearch articles) {
		this.index = index;
		this.articles = articles;
	}

	Map<String, String> nameBySlug() {
		return this.index.search((searcher) -> {
			long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
			Known current = this.known;
			if (current.version() != version) {
				current = new Known(version, names(searcher.getIndexReader()));
				this.known = current;
			}
			return current.nameBySlug();
		});
	}

	private Map<String, String> names(IndexReader reader) throws IOException {
		Map<String, String> names = new TreeMap<>();
		for (String slug : slugs(reader)) {
			this.articles.page(ArticleQuery.ofTag(slug, 1))
				.items()
				.stream()
				.flatMap((article) -> article.tags().stream())
				.filter((tag) -> tag.slug().equals(slug))
				.forEach((tag) -> names.put(slug, tag.name()));
		}
		return Collections.unmodifiableMap(names);
	}

	/** All in use, and some that were until recently. */
	private static List<String> slugs(IndexReader reader) throws IOException {
		List<String> slugs = new ArrayList<>();
		Terms terms = MultiTerms.getTerms(reader, IndexedArticle.TAG);
		TermsEnum each = (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
		for (BytesRef slug = each.next(); slug != null; slug = each.next()) {
			slugs.add(slug.utf8ToString());
		}
		return slugs;
	}

	/** The tags of one version of the index. */
	private record Known(long version, Map<String, String> nameBySlug) {
	}

}
