package vn.bantin.article.reading;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import tools.jackson.databind.JsonNode;

/**
 * The articles as readers see them, in a Lucene index on disk. Each commit holds the
 * position in the topic that it reflects, so index and position cannot disagree. Safe for
 * many readers and one writer at a time.
 */
final class ArticleIndex implements Closeable {

	/** The order on disk as well, so that a list ends as soon as it is full. */
	static final Sort NEWEST_FIRST = new Sort(new SortField(IndexedArticle.PUBLISHED, SortField.Type.LONG, true),
			new SortField(IndexedArticle.ID, SortField.Type.STRING));

	private static final String LAYOUT = "layout";

	private final Directory directory;

	private final Analyzer analyzer = IndexedArticle.analyzer();

	/** By article, so that a late or repeated event changes nothing. */
	private final Map<String, Long> revisions = new HashMap<>();

	private IndexWriter writer;

	private volatile SearcherManager searchers;

	/**
	 * Opens the index, or creates an empty one.
	 * @param folder where it is kept; no other process may use it
	 */
	ArticleIndex(Path folder) throws IOException {
		this(FSDirectory.open(folder));
	}

	ArticleIndex(Directory directory) throws IOException {
		this.directory = directory;
		this.writer = open();
		try {
			this.searchers = new SearcherManager(this.writer, null);
			loadRevisions();
		}
		catch (IOException | RuntimeException ex) {
			// Frees the lock for a new index in the same folder.
			this.writer.rollback();
			throw ex;
		}
	}

	private IndexWriter open() throws IOException {
		return new IndexWriter(this.directory, new IndexWriterConfig(this.analyzer).setIndexSort(NEWEST_FIRST)
			.setOpenMode(hasLayout() ? OpenMode.APPEND : OpenMode.CREATE));
	}

	private boolean hasLayout() throws IOException {
		return DirectoryReader.indexExists(this.directory) && IndexedArticle.LAYOUT
			.equals(SegmentInfos.readLatestCommit(this.directory).getUserData().get(LAYOUT));
	}

	/**
	 * Opens the index again if its writer has closed itself, as it does when the disk is
	 * full. What was not committed is lost and must be read from the topic again; until
	 * then readers see what they saw before.
	 * @throws IOException if the index still cannot be written
	 */
	void reopen() throws IOException {
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
		SortedDocValues ids = DocValues.getSorted(reader, IndexedArticle.ID);
		NumericDocValues known = DocValues.getNumeric(reader, IndexedArticle.REVISION);
		for (int doc = 0; doc < reader.maxDoc(); doc++) {
			if ((present == null || present.get(doc)) && ids.advanceExact(doc) && known.advanceExact(doc)) {
				this.revisions.put(ids.lookupOrd(ids.ordValue()).utf8ToString(), known.longValue());
			}
		}
	}

	/**
	 * Replaces an article's state; idempotent by revision.
	 * @param article as an event carries it
	 * @return false if this revision or a later one is already there
	 */
	boolean update(JsonNode article) throws IOException {
		String id = article.path("id").asString("");
		long revision = article.path("revision").asLong(0);
		if (id.isEmpty() || revision < 1) {
			throw new IllegalArgumentException("An article's state needs an id and a revision");
		}
		if (revision <= this.revisions.getOrDefault(id, 0L)) {
			return false;
		}
		this.writer.updateDocument(new Term(IndexedArticle.ID, id), IndexedArticle.write(article));
		this.revisions.put(id, revision);
		return true;
	}

	/** Makes updates visible to readers. */
	void refresh() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	/**
	 * Makes updates durable.
	 * @param positions the next offset of each partition
	 */
	void commit(Map<Integer, Long> positions) throws IOException {
		Map<String, String> data = new TreeMap<>();
		positions.forEach((partition, offset) -> data.put("" + partition, "" + offset));
		data.put(LAYOUT, IndexedArticle.LAYOUT);
		this.writer.setLiveCommitData(data.entrySet());
		this.writer.commit();
	}

	/**
	 * The position in the topic that the last commit reflects.
	 * @return the next offset of each partition; empty for a new index
	 */
	Map<Integer, Long> positions() {
		Map<Integer, Long> positions = new HashMap<>();
		Iterable<Map.Entry<String, String>> data = this.writer.getLiveCommitData();
		if (data != null) {
			for (Map.Entry<String, String> entry : data) {
				if (!LAYOUT.equals(entry.getKey())) {
					positions.put(Integer.valueOf(entry.getKey()), Long.valueOf(entry.getValue()));
				}
			}
		}
		return positions;
	}

	/** Empties the index, because it no longer belongs to the topic. */
	void clear() throws IOException {
		this.writer.deleteAll();
		this.revisions.clear();
		commit(Map.of());
		refresh();
	}

	/** Reads from one consistent state of the index. */
	<T> T search(Search<T> search) {
		try {
			SearcherManager current = this.searchers;
			IndexSearcher searcher = current.acquire();
			try {
				return search.in(searcher);
			}
			finally {
				current.release(searcher);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The index cannot be read", ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.searchers.close();
		// Uncommitted updates are read from the topic again.
		this.writer.rollback();
		this.directory.close();
	}

	@FunctionalInterface
	interface Search<T> {

		T in(IndexSearcher searcher) throws IOException;

	}

}
