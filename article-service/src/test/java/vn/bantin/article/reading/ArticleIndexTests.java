package vn.bantin.article.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.reading.PublicArticle.Live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static vn.bantin.article.reading.ReaderArticles.article;

class ArticleIndexTests {

	@TempDir
	Path folder;

	private ArticleIndex index;

	@BeforeEach
	void open() throws IOException {
		this.index = new ArticleIndex(this.folder);
	}

	@AfterEach
	void close() throws IOException {
		this.index.close();
	}

	@Test
	void ignoresRevisionsItHasSeen() throws IOException {
		update(article("a1", 3, "Mới", 0));
		assertThat(this.index.update(article("a1", 2, "Cũ", 0))).isFalse();
		assertThat(this.index.update(article("a1", 3, "Lặp", 0))).isFalse();
		this.index.refresh();
		assertThat(titles()).containsExactly("Mới");
	}

	@Test
	void continuesFromItsLastCommit() throws IOException {
		update(article("a1", 1, "Được giữ", 0));
		this.index.commit(Map.of(3, 42L));
		update(article("a2", 1, "Chưa được giữ", 1));
		this.index.close();
		this.index = new ArticleIndex(this.folder);
		assertThat(this.index.positions()).containsExactlyEntriesOf(Map.of(3, 42L));
		assertThat(ids()).containsExactly("a1");
		assertThat(this.index.update(article("a1", 1, "Lặp", 0))).isFalse();
	}

	@Test
	void startsEmptyWhereItFindsAnotherLayout() throws IOException {
		this.index.close();
		try (Directory directory = FSDirectory.open(this.folder);
				IndexWriter before = new IndexWriter(directory, new IndexWriterConfig())) {
			Document document = new Document();
			document.add(new NumericDocValuesField("published", 1));
			before.addDocument(document);
			before.setLiveCommitData(Map.of("layout", "2", "3", "42").entrySet());
			before.commit();
		}

		this.index = new ArticleIndex(this.folder);

		assertThat(this.index.positions()).isEmpty();
		assertThat(ids()).isEmpty();
		update(article("a1", 1, "Bài", 0));
		this.index.commit(Map.of(3, 1L));
		this.index.close();
		this.index = new ArticleIndex(this.folder);
		assertThat(ids()).containsExactly("a1");
	}

	@Test
	void canBeWrittenAgainAfterTheDiskWasFull() throws IOException {
		this.index.close();
		FullDisk disk = new FullDisk(FSDirectory.open(this.folder));
		this.index = new ArticleIndex(disk);
		update(article("a1", 1, "Được giữ", 0));
		this.index.commit(Map.of(3, 42L));
		this.index.update(article("a2", 1, "Chưa được giữ", 1));
		disk.full = true;
		assertThatIOException().isThrownBy(() -> this.index.commit(Map.of(3, 43L)));
		assertThatExceptionOfType(AlreadyClosedException.class)
			.isThrownBy(() -> this.index.update(article("a3", 1, "Quá muộn", 2)));
		assertThat(ids()).as("meanwhile").contains("a1");

		disk.full = false;
		this.index.reopen();

		assertThat(this.index.positions()).containsExactlyEntriesOf(Map.of(3, 42L));
		update(article("a2", 1, "Lại đến", 1));
		assertThat(ids()).containsExactly("a2", "a1");
		this.index.commit(Map.of(3, 43L));
	}

	@Test
	void refusesStateWithoutId() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.index.update(JsonMapper.shared().readTree("{}")));
	}

	@Test
	void refusesStateThatCouldNotBeReadAgain() {
		ObjectNode article = article("a1", 1, "Bài", 0);
		article.put("tags", "Hà Nội");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.index.update(article));
		assertThat(ids()).isEmpty();
	}

	private List<Live> list() {
		return new ArticleSearch(this.index).page(new ArticleQuery(null, null, null, null, null, null, 100)).items();
	}

	private List<String> ids() {
		return list().stream().map(Live::id).toList();
	}

	private List<String> titles() {
		return list().stream().map(Live::title).toList();
	}

	private void update(JsonNode article) throws IOException {
		assertThat(this.index.update(article)).isTrue();
		this.index.refresh();
	}

	/** A file system that can run out of space. */
	private static final class FullDisk extends FilterDirectory {

		private boolean full;

		private FullDisk(Directory disk) {
			super(disk);
		}

		@Override
		public IndexOutput createOutput(String name, IOContext context) throws IOException {
			if (this.full) {
				throw new IOException("No space left on device");
			}
			return super.createOutput(name, context);
		}

	}

}
