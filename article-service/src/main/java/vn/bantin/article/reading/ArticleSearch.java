package vn.bantin.article.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import vn.bantin.article.reading.PublicArticle.Live;

/** What readers may ask: one article, lists, search, tags. */
public final class ArticleSearch {

	private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE,
			new SortField(IndexedArticle.ID, SortField.Type.STRING));

	private static final int RELATED = 4;

	private final ArticleIndex index;

	private final Tags tags;

	ArticleSearch(ArticleIndex index) {
		this.index = index;
		this.tags = new Tags(index, this);
	}

	/**
	 * Finds one article.
	 * @param id its id
	 * @return the whole article; empty if it was never published
	 */
	public Optional<PublicArticle> find(String id) {
		return this.index.search((searcher) -> {
			ScoreDoc[] hits = searcher.search(new TermQuery(new Term(IndexedArticle.ID, id)), 1).scoreDocs;
			return (hits.length == 0) ? Optional.empty() : Optional.of(IndexedArticle.read(searcher, hits[0].doc));
		});
	}

	/**
	 * The newest other articles of the same section.
	 * @param article a live article
	 * @return at most 4, without their bodies
	 */
	public List<Live> related(Live article) {
		return page(ArticleQuery.ofSection(article.section().slug(), RELATED + 1)).items()
			.stream()
			.filter((other) -> !other.id().equals(article.id()))
			.limit(RELATED)
			.toList();
	}

	/**
	 * One page of a list or of a search.
	 * @param query what is wanted
	 * @return live articles without their bodies
	 * @throws BadCursor if the cursor is not from such a list
	 */
	public Page page(ArticleQuery query) {
		FieldDoc after = (query.cursor() != null) ? Cursor.read(query.cursor(), query.byScore()) : null;
		return this.index.search((searcher) -> {
			if (after != null) {
				// The last document of all, so that only the cursor's own article equals
				// it.
				after.doc = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
			}
			// One more than wanted shows whether there is a next page; nothing beyond is
			// counted.
			int most = query.limit() + 1;
			Sort sort = query.byScore() ? BEST_FIRST : ArticleIndex.NEWEST_FIRST;
			ScoreDoc[] hits = searcher.search(LuceneQueries.of(query),
					new TopFieldCollectorManager(sort, most, after, most)).scoreDocs;
			List<Live> items = new ArrayList<>();
			for (int i = 0; i < Math.min(hits.length, query.limit()); i++) {
				items.add(IndexedArticle.readSummary(searcher, hits[i].doc));
			}
			boolean more = hits.length > query.limit();
			return new Page(items, more ? Cursor.of((FieldDoc) hits[query.limit() - 1]) : null);
		});
	}

	/**
	 * The tags of live articles, named as the newest article with that tag names it.
	 * @return name by slug, in the order of the slugs
	 */
	public Map<String, String> tags() {
		return this.tags.nameBySlug();
	}

	/**
	 * A part of a list.
	 *
	 * @param items articles without their bodies
	 * @param next the cursor of the next page, null at the end
	 */
	public record Page(List<Live> items, @Nullable String next) {

		public Page {
			items = List.copyOf(items);
		}

	}

	/** The cursor does not come from a list of this kind. */
	public static final class BadCursor extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String cursor;

		BadCursor(String cursor) {
			super("'" + cursor + "' is no cursor of this list.");
			this.cursor = cursor;
		}

		/**
		 * The cursor.
		 * @return as it was sent
		 */
		public String cursor() {
			return this.cursor;
		}

	}

}
