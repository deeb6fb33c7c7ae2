package vn.bantin.article.reading;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/** How text becomes words: as it is spelt, or without diacritics (đ = d). */
final class Vietnamese {

	private Vietnamese() {
	}

	/** Words as they are spelt, in lower case. */
	static Analyzer exact() {
		return analyzer(ICUNormalizer2Filter::new);
	}

	/** Words as they are typed by who leaves the diacritics out. */
	static Analyzer folded() {
		return analyzer(ICUFoldingFilter::new);
	}

	private static Analyzer analyzer(java.util.function.UnaryOperator<TokenStream> filter) {
		return new Analyzer() {
			@Override
			protected TokenStreamComponents createComponents(String field) {
				Tokenizer words = new ICUTokenizer();
				return new TokenStreamComponents(words, filter.apply(words));
			}
		};
	}

}
