package vn.bantin.article.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The articles as readers see them, in a Lucene index on disk. How far the topic was
 * folded is part of each commit, so index and position can never disagree. Safe for many
 * readers and one writer at a time.
 */
public final class Projection implements Closeable {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Sort NEWEST_FIRST = new Sort(new SortField("published", SortField.Type.LONG, true),
			new SortField("id", SortField.Type.STRING));

	private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, new SortField("id", SortField.Type.STRING));

	private static final int RELATED = 4;

	/** An index of another layout is folded anew. */
	private static final String LAYOUT = "layout";

	private static final String CURRENT = "4";

	private final Analyzer exact = Vietnamese.exact();

	private final Analyzer folded = Vietnamese.folded();

	private final Directory directory;

	private final Analyzer analyzer = new PerFieldAnalyzerWrapper(new KeywordAnalyzer(),
			Map.of("title", this.exact, "text", this.exact, "foldedTitle", this.folded, "foldedText", this.folded));

	private IndexWriter writer;

	private volatile SearcherManager searchers;

	/**
	 * Revisions that the fold has passed, so that a late or repeated event changes
	 * nothing.
	 */
	private final Map<String, Long> revisions = new HashMap<>();

	private volatile Tags tags = new Tags(-1, Map.of());

	/**
	 * Opens the index, or begins an empty one.
	 * @param folder where it is kept; no other process may use it
	 * @throws IOException if it cannot be read
	 */
	public Projection(Path folder) throws IOException {
		this(FSDirectory.open(folder));
	}

	Projection(Directory directory) throws IOException {
		this.directory = directory;
		this.writer = open();
		try {
			this.searchers = new SearcherManager(this.writer, null);
			loadRevisions();
		}
		catch (IOException | RuntimeException ex) {
			// The lock must be free for an index that is begun anew in the same folder.
			this.writer.rollback();
			throw ex;
		}
	}

	/** Newest first on disk too: a list ends as soon as it is full. */
	private IndexWriter open() throws IOException {
		return new IndexWriter(this.directory, new IndexWriterConfig(this.analyzer).setIndexSort(NEWEST_FIRST)
			.setOpenMode(isCurrent() ? OpenMode.APPEND : OpenMode.CREATE));
	}

	private boolean isCurrent() throws IOException {
		return DirectoryReader.indexExists(this.directory)
				&& CURRENT.equals(SegmentInfos.readLatestCommit(this.directory).getUserData().get(LAYOUT));
	}

	/**
	 * Makes the index writable again when its writer gave up, as it does for good when
	 * the disk is full. What was not committed is to be folded again; readers get what
	 * they got meanwhile.
	 * @throws IOException if it still cannot be written
	 */
	void revive() throws IOException {
		if (this.writer.isOpen()) {
			return;
		}
		this.writer = open();
		SearcherManager before = this.searchers;
		this.searchers = new SearcherManager(this.writer, null);
		this.revisions.clear();
		loadRevisions();
		before.close();
	}

	private void loadRevisions() throws IOException {
		IndexSearcher searcher = this.searchers.acquire();
		try {
			for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
				loadRevisions(leaf.reader());
			}
		}
		finally {
			this.searchers.release(searcher);
		}
	}

	private void loadRevisions(LeafReader reader) throws IOException {
		Bits present = reader.getLiveDocs();
		SortedDocValues ids = DocValues.getSorted(reader, "id");
		NumericDocValues known = DocValues.getNumeric(reader, "revision");
		for (int doc = 0; doc < reader.maxDoc(); doc++) {
			if ((present == null || present.get(doc)) && ids.advanceExact(doc) && known.advanceExact(doc)) {
				this.revisions.put(ids.lookupOrd(ids.ordValue()).utf8ToString(), known.longValue());
			}
		}
	}

	/**
	 * Takes in the public state of an article, unless a newer one is there already.
	 * @param article as an event carries it
	 * @return whether anything changed
	 * @throws IOException if the index cannot be written
	 */
	public boolean fold(JsonNode article) throws IOException {
		String id = article.path("id").asString("");
		long revision = article.path("revision").asLong(0);
		if (id.isEmpty() || revision < 1) {
			throw new IllegalArgumentException("An article's state needs an id and a revision");
		}
		if (revision <= this.revisions.getOrDefault(id, 0L)) {
			return false;
		}
		this.writer.updateDocument(new Term("id", id), document(id, revision, article));
		this.revisions.put(id, revision);
		return true;
	}

	private static Document document(String id, long revision, JsonNode article) {
		Document document = new Document();
		document.add(new StringField("id", id, Field.Store.NO));
		document.add(new StoredField("source", json.writeValueAsBytes(article)));
		// As in lists: without the body, which is most of an article to read and to
		// parse.
		document.add(new BinaryDocValuesField("summary", new BytesRef(json.writeValueAsBytes(summary(article)))));
		document.add(new SortedDocValuesField("id", new BytesRef(id)));
		document.add(new NumericDocValuesField("revision", revision));
		long published = Instant.parse(article.path("published").asString()).toEpochMilli();
		document.add(new NumericDocValuesField("published", published));
		// Lets a page that is not the first pass by all that are newer.
		document.add(new LongPoint("published", published));
		if (article.has("retracted")) {
			return document;
		}
		document.add(keyword("live", "true"));
		document.add(keyword("section", article.path("section").path("slug").asString("")));
		document.add(keyword("kind", article.path("kind").asString("")));
		article.path("tags").forEach((tag) -> document.add(keyword("tag", tag.path("slug").asString(""))));
		article.path("authors").forEach((author) -> document.add(keyword("author", author.path("slug").asString(""))));
		words(document, "title", "foldedTitle", article.path("title").asString(""));
		words(document, "text", "foldedText", text(article));
		return document;
	}

	private static JsonNode summary(JsonNode article) {
		return (article instanceof ObjectNode state) ? state.deepCopy().without("body") : article;
	}

	private static Field keyword(String name, String value) {
		return new StringField(name, value, Field.Store.NO);
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

	/**
	 * Shows readers what was folded since the last time.
	 * @throws IOException if the index cannot be read
	 */
	public void show() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	/**
	 * Makes what was folded durable, together with how far the topic was folded.
	 * @param positions the next offset of each partition
	 * @throws IOException if the index cannot be written
	 */
	public void commit(Map<Integer, Long> positions) throws IOException {
		Map<String, String> data = new TreeMap<>();
		positions.forEach((partition, offset) -> data.put("" + partition, "" + offset));
		data.put(LAYOUT, CURRENT);
		this.writer.setLiveCommitData(data.entrySet());
		this.writer.commit();
	}

	/**
	 * How far the topic was folded into the last commit.
	 * @return the next offset of each partition; empty for a new index
	 */
	public Map<Integer, Long> positions() {
		Map<String, String> data = commitData();
		if (!CURRENT.equals(data.remove(LAYOUT))) {
			return Map.of();
		}
		Map<Integer, Long> positions = new HashMap<>();
		data.forEach((partition, offset) -> positions.put(Integer.valueOf(partition), Long.valueOf(offset)));
		return positions;
	}

	private Map<String, String> commitData() {
		Map<String, String> data = new HashMap<>();
		Iterable<Map.Entry<String, String>> live = this.writer.getLiveCommitData();
		if (live != null) {
			live.forEach((entry) -> data.put(entry.getKey(), entry.getValue()));
		}
		return data;
	}

	/**
	 * Forgets everything, because the topic is another one than the index was folded
	 * from.
	 * @throws IOException if the index cannot be written
	 */
	void clear() throws IOException {
		this.writer.deleteAll();
		this.revisions.clear();
		commit(Map.of());
		show();
	}

	/**
	 * One article, live or retracted.
	 * @param id its id
	 * @return its public state; empty when readers never saw it
	 */
	public Optional<ObjectNode> find(String id) {
		return search((searcher) -> {
			ScoreDoc[] hits = searcher.search(new TermQuery(new Term("id", id)), 1).scoreDocs;
			return (hits.length == 0) ? Optional.empty() : Optional.of(read(searcher, hits[0].doc));
		});
	}

	/**
	 * The newest other articles of the same section.
	 * @param article a live article
	 * @return at most 4, as in lists
	 */
	public List<ObjectNode> related(JsonNode article) {
		String section = article.path("section").path("slug").asString("");
		return list(new Query(section, null, null, null, null, null, RELATED + 1)).items()
			.stream()
			.filter((other) -> !other.path("id").equals(article.path("id")))
			.limit(RELATED)
			.toList();
	}

	/**
	 * A page of a list.
	 * @param query what is wanted
	 * @return live articles without their bodies
	 * @throws BadCursor if the cursor is none of such a list
	 */
	public Page list(Query query) {
		Sort sort = (query.words() != null) ? BEST_FIRST : NEWEST_FIRST;
		FieldDoc after = (query.cursor() != null) ? Cursor.read(query.cursor(), query.words() != null) : null;
		return search((searcher) -> {
			org.apache.lucene.search.Query wanted = lucene(query);
			if (after != null) {
				// The last document of all: what equals the cursor's values is the
				// cursor's article itself.
				after.doc = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
			}
			int most = query.limit() + 1;
			// Nobody is told how many match, so they need not be counted beyond that.
			TopDocs found = searcher.search(wanted, new TopFieldCollectorManager(sort, most, after, most));
			List<ObjectNode> items = new ArrayList<>();
			for (ScoreDoc hit : found.scoreDocs) {
				if (items.size() < query.limit()) {
					items.add(summary(searcher, hit.doc));
				}
			}
			boolean more = found.scoreDocs.length > query.limit();
			return new Page(items, more ? Cursor.of((FieldDoc) found.scoreDocs[query.limit() - 1]) : null);
		});
	}

	private org.apache.lucene.search.Query lucene(Query query) {
		BooleanQuery.Builder wanted = new BooleanQuery.Builder();
		filter(wanted, "live", "true");
		filter(wanted, "section", query.section());
		filter(wanted, "tag", query.tag());
		filter(wanted, "author", query.author());
		filter(wanted, "kind", query.kind());
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
	 * Every word must be there, with or without its diacritics; with them it counts for
	 * more, in the title for most.
	 */
	private void words(BooleanQuery.Builder wanted, String words) {
		QueryBuilder folded = new QueryBuilder(this.folded);
		QueryBuilder exact = new QueryBuilder(this.exact);
		org.apache.lucene.search.Query all = folded.createBooleanQuery("foldedText", words, Occur.MUST);
		if (all == null) {
			wanted.add(new org.apache.lucene.search.MatchNoDocsQuery("no word in '" + words + "'"), Occur.MUST);
			return;
		}
		wanted.add(all, Occur.MUST);
		should(wanted, folded.createBooleanQuery("foldedTitle", words, Occur.MUST), 2);
		should(wanted, exact.createBooleanQuery("text", words, Occur.MUST), 4);
		should(wanted, exact.createBooleanQuery("title", words, Occur.MUST), 8);
	}

	private static void should(BooleanQuery.Builder wanted, org.apache.lucene.search.@Nullable Query query,
			float boost) {
		if (query != null) {
			wanted.add(new BoostQuery(query, boost), Occur.SHOULD);
		}
	}

	/**
	 * The tags of live articles. A tag is called what its newest article calls it.
	 * @return name by slug, in the order of the slugs
	 */
	public Map<String, String> tags() {
		return search((searcher) -> {
			long version = ((DirectoryReader) searcher.getIndexReader()).getVersion();
			Tags known = this.tags;
			if (known.version() == version) {
				return known.nameBySlug();
			}
			Map<String, String> tags = new TreeMap<>();
			for (String slug : slugs(searcher.getIndexReader())) {
				newest(slug).stream()
					.flatMap((article) -> article.path("tags").valueStream())
					.filter((tag) -> tag.path("slug").asString().equals(slug))
					.forEach((tag) -> tags.put(slug, tag.path("name").asString()));
			}
			this.tags = new Tags(version, Collections.unmodifiableMap(tags));
			return tags;
		});
	}

	/** All that are in use, and some that were until lately. */
	private static List<String> slugs(IndexReader reader) throws IOException {
		List<String> slugs = new ArrayList<>();
		Terms terms = MultiTerms.getTerms(reader, "tag");
		TermsEnum each = (terms != null) ? terms.iterator() : TermsEnum.EMPTY;
		for (BytesRef slug = each.next(); slug != null; slug = each.next()) {
			slugs.add(slug.utf8ToString());
		}
		return slugs;
	}

	private List<ObjectNode> newest(String tag) {
		return list(new Query(null, tag, null, null, null, null, 1)).items();
	}

	private <T> T search(Search<T> search) {
		try {
			IndexSearcher searcher = this.searchers.acquire();
			try {
				return search.in(searcher);
			}
			finally {
				this.searchers.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index cannot be read", ex);
		}
	}

	private static ObjectNode summary(IndexSearcher searcher, int doc) throws IOException {
		List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
		LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
		BinaryDocValues summaries = DocValues.getBinary(leaf.reader(), "summary");
		summaries.advanceExact(doc - leaf.docBase);
		BytesRef summary = summaries.binaryValue();
		return (ObjectNode) json.readTree(summary.bytes, summary.offset, summary.length);
	}

	private static ObjectNode read(IndexSearcher searcher, int doc) throws IOException {
		return (ObjectNode) json.readTree(source(searcher, doc));
	}

	private static byte[] source(IndexSearcher searcher, int doc) throws IOException {
		BytesRef source = searcher.storedFields().document(doc).getBinaryValue("source");
		return java.util.Arrays.copyOfRange(source.bytes, source.offset, source.offset + source.length);
	}

	@Override
	public void close() throws IOException {
		this.searchers.close();
		// What was not committed is folded again: the positions belong to the commit.
		this.writer.rollback();
		this.directory.close();
	}

	/** Of one state of the index: to find them takes a look at every tag. */
	private record Tags(long version, Map<String, String> nameBySlug) {
	}

	@FunctionalInterface
	private interface Search<T> {

		T in(IndexSearcher searcher) throws IOException;

	}

}
