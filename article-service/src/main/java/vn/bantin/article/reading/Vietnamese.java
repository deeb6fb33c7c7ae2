package vn.bantin.article.reading;

import java.util.function.UnaryOperator;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2Filter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/** How text becomes words: as spelt, or without diacritics (đ = d). */
final class Vietnamese {

	private Vietnamese() {
	}

	/** Words as spelt, in lower case. */
	static Analyzer exact() {
		return analyzer(ICUNormalizer2Filter::new);
	}

	/** Words as readers type them who leave out the diacritics. */
	static Analyzer folded() {
		return analyzer(ICUFoldingFilter::new);
	}

	private static Analyzer analyzer(UnaryOperator<TokenStream> filter) {
		return new Analyzer() {
			@Override
			protected TokenStreamComponents createComponents(String field) {
				Tokenizer words = new ICUTokenizer();
				return new TokenStreamComponents(words, filter.apply(words));
			}
		};
	}

}
