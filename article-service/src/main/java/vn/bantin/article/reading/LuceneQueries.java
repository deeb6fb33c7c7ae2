package vn.bantin.article.reading;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** What a reader wants, as Lucene's query. */
final class LuceneQueries {

	private static final QueryBuilder exact = new QueryBuilder(Vietnamese.exact());

	private static final QueryBuilder folded = new QueryBuilder(Vietnamese.folded());

	private LuceneQueries() {
	}

	static Query of(ArticleQuery query) {
		BooleanQuery.Builder wanted = new BooleanQuery.Builder();
		filter(wanted, IndexedArticle.LIVE, "true");
		filter(wanted, IndexedArticle.SECTION, query.section());
		filter(wanted, IndexedArticle.TAG, query.tag());
		filter(wanted, IndexedArticle.AUTHOR, query.author());
		filter(wanted, IndexedArticle.KIND, query.kind());
		if (query.words() != null) {
			words(wanted, query.words());
		}
		return wanted.build();
	}

	private static void filter(BooleanQuery.Builder wanted, String field, @Nullable String value) {
		if (value != null) {
			wanted.add(new TermQuery(new Term(field, value)), Occur.FILTER);
		}
	}

	/**
	 * Every word must occur, with or without its diacritics. Exact matches score higher,
	 * those in the title highest.
	 */
	private static void words(BooleanQuery.Builder wanted, String words) {
		Query all = folded.createBooleanQuery(IndexedArticle.FOLDED_TEXT, words, Occur.MUST);
		if (all == null) {
			wanted.add(new MatchNoDocsQuery("no word in '" + words + "'"), Occur.MUST);
			return;
		}
		wanted.add(all, Occur.MUST);
		should(wanted, folded.createBooleanQuery(IndexedArticle.FOLDED_TITLE, words, Occur.MUST), 2);
		should(wanted, exact.createBooleanQuery(IndexedArticle.TEXT, words, Occur.MUST), 4);
		should(wanted, exact.createBooleanQuery(IndexedArticle.TITLE, words, Occur.MUST), 8);
	}

	private static void should(BooleanQuery.Builder wanted, @Nullable Query query, float boost) {
		if (query != null) {
			wanted.add(new BoostQuery(query, boost), Occur.SHOULD);
		}
	}

}
