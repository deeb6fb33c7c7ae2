package vn.bantin.article.reading;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.reading.PublicArticle.Live;
import vn.bantin.article.reading.PublicArticle.Retracted;

/**
 * An article as a document of the index, and back. The body is kept apart from the rest:
 * lists do without it, and an article's answer repeats it unread.
 */
final class IndexedArticle {

	/** An index with another layout is rebuilt from the topic. */
	static final String LAYOUT = "5";

	static final String ID = "id";

	static final String REVISION = "revision";

	static final String PUBLISHED = "published";

	static final String LIVE = "live";

	static final String SECTION = "section";

	static final String KIND = "kind";

	static final String TAG = "tag";

	static final String AUTHOR = "author";

	static final String TITLE = "title";

	static final String FOLDED_TITLE = "foldedTitle";

	static final String TEXT = "text";

	static final String FOLDED_TEXT = "foldedText";

	private static final String SUMMARY = "summary";

	private static final String BODY = "body";

	private static final String RETRACTION = "retraction";

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final ObjectReader live = json.readerFor(Live.class);

	private static final ObjectReader retracted = json.readerFor(Retracted.class);

	private IndexedArticle() {
	}

	static Analyzer analyzer() {
		Analyzer exact = Vietnamese.exact();
		Analyzer folded = Vietnamese.folded();
		return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(),
				Map.of(TITLE, exact, TEXT, exact, FOLDED_TITLE, folded, FOLDED_TEXT, folded));
	}

	/** The document of an article's state, as an event carries it. */
	static Document write(JsonNode article) {
		Document document = new Document();
		String id = article.path("id").asString("");
		document.add(new StringField(ID, id, Field.Store.NO));
		document.add(new SortedDocValuesField(ID, new BytesRef(id)));
		document.add(new NumericDocValuesField(REVISION, article.path("revision").asLong()));
		long published = Instant.parse(article.path("published").asString()).toEpochMilli();
		document.add(new NumericDocValuesField(PUBLISHED, published));
		// Lets later pages skip newer articles.
		document.add(new LongPoint(PUBLISHED, published));
		if (article.has("retracted")) {
			writeRetracted(document, article);
		}
		else {
			writeLive(document, article);
		}
		return document;
	}

	private static void writeRetracted(Document document, JsonNode article) {
		document.add(new StoredField(RETRACTION, readable(article, retracted)));
	}

	private static void writeLive(Document document, JsonNode article) {
		ObjectNode summary = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) article);
		JsonNode body = summary.remove("body");
		document.add(new BinaryDocValuesField(SUMMARY, new BytesRef(readable(summary, live))));
		document.add(new StoredField(BODY, json.writeValueAsString(body)));
		keyword(document, LIVE, "true");
		keyword(document, SECTION, article.path("section").path("slug").asString(""));
		keyword(document, KIND, article.path("kind").asString(""));
		article.path("tags").forEach((tag) -> keyword(document, TAG, tag.path("slug").asString("")));
		article.path("authors").forEach((author) -> keyword(document, AUTHOR, author.path("slug").asString("")));
		words(document, TITLE, FOLDED_TITLE, article.path("title").asString(""));
		words(document, TEXT, FOLDED_TEXT, text(article));
	}

	/** What could not be read again must not get into the index. */
	private static byte[] readable(JsonNode article, ObjectReader reader) {
		byte[] source = json.writeValueAsBytes(article);
		reader.readValue(source);
		return source;
	}

	private static void keyword(Document document, String field, String value) {
		document.add(new StringField(field, value, Field.Store.NO));
	}

	private static void words(Document document, String exact, String folded, String text) {
		document.add(new TextField(exact, text, Field.Store.NO));
		document.add(new TextField(folded, text, Field.Store.NO));
	}

	private static String text(JsonNode article) {
		List<String> words = new ArrayList<>(
				List.of(article.path("title").asString(""), article.path("lead").asString("")));
		article.path("tags").forEach((tag) -> words.add(tag.path("name").asString("")));
		article.path("authors").forEach((author) -> words.add(author.path("name").asString("")));
		words.addAll(article.path("body").findValuesAsString("text"));
		words.addAll(article.path("body").findValuesAsString("caption"));
		return String.join("\n", words);
	}

	/** The whole article, live or retracted. */
	static PublicArticle read(IndexSearcher searcher, int doc) throws IOException {
		Document stored = searcher.storedFields().document(doc);
		BytesRef retraction = stored.getBinaryValue(RETRACTION);
		return (retraction != null) ? retracted.readValue(retraction.bytes, retraction.offset, retraction.length)
				: readSummary(searcher, doc).withBody(stored.get(BODY));
	}

	/** A live article without its body. */
	static Live readSummary(IndexSearcher searcher, int doc) throws IOException {
		List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
		LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
		BinaryDocValues summaries = DocValues.getBinary(leaf.reader(), SUMMARY);
		summaries.advanceExact(doc - leaf.docBase);
		BytesRef summary = summaries.binaryValue();
		return live.readValue(summary.bytes, summary.offset, summary.length);
	}

}
