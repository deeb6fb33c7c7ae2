package vn.bantin.article.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ProjectionTests {

	private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

	@TempDir
	Path folder;

	private Projection projection;

	@BeforeEach
	void open() throws IOException {
		this.projection = new Projection(this.folder);
	}

	@AfterEach
	void close() throws IOException {
		this.projection.close();
	}

	@Test
	void listsNewestFirstAndPagesWithoutGap() throws IOException {
		for (int i = 0; i < 25; i++) {
			fold(article("a" + (100 + i), 1, "Bài số " + i, i));
		}
		List<String> seen = new ArrayList<>();
		String cursor = null;
		do {
			Page page = this.projection.list(new Query("thoi-su", null, null, null, null, cursor, 10));
			page.items().forEach((item) -> seen.add(item.path("id").asString()));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("a124").endsWith("a100");
	}

	@Test
	void pagesWithoutGapThroughMoreThanItLooksAt() throws IOException {
		List<Integer> minutes = new ArrayList<>(IntStream.range(0, 400).boxed().toList());
		Collections.shuffle(minutes, new Random(1));
		for (int minute : minutes) {
			// Two of each minute, of which the id decides.
			fold(article("a" + (1000 + minute), 1, "Bài", minute / 2));
		}
		for (int minute = 0; minute < 400; minute += 7) {
			fold(article("a" + (1000 + minute), 2, "Bài đã sửa", minute / 2));
		}
		List<String> seen = new ArrayList<>();
		String cursor = null;
		do {
			Page page = this.projection.list(new Query(null, null, null, null, null, cursor, 30));
			seen.addAll(ids(page));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen)
			.containsExactlyElementsOf(IntStream.range(0, 400).mapToObj((i) -> "a" + (1399 - (i ^ 1))).toList());
	}

	@Test
	void leavesBodyOutOfLists() throws IOException {
		fold(article("a1", 1, "Bài", 0));
		assertThat(list(null).items().getFirst().has("body")).isFalse();
		assertThat(this.projection.find("a1").orElseThrow().has("body")).isTrue();
	}

	@Test
	void ignoresRevisionsItHasPassed() throws IOException {
		fold(article("a1", 3, "Mới", 0));
		assertThat(this.projection.fold(article("a1", 2, "Cũ", 0))).isFalse();
		assertThat(this.projection.fold(article("a1", 3, "Lặp", 0))).isFalse();
		this.projection.show();
		assertThat(this.projection.find("a1").orElseThrow().path("title").asString()).isEqualTo("Mới");
	}

	@Test
	void takesRetractedArticleOutOfListsButKeepsItsReason() throws IOException {
		fold(article("a1", 1, "Bài", 0));
		fold(JsonMapper.shared().readTree("""
				{"id": "a1", "revision": 2, "published": "2026-11-23T08:00:00Z", "retracted": "2026-11-23T09:00:00Z",
				 "retractionReason": "Đăng nhầm", "addresses": ["/thoi-su/bai-a1"], "url": "/thoi-su/bai-a1"}"""));
		assertThat(list(null).items()).isEmpty();
		assertThat(this.projection.find("a1").orElseThrow().path("retractionReason").asString()).isEqualTo("Đăng nhầm");
	}

	@Test
	void callsATagWhatItsNewestArticleCallsIt() throws IOException {
		assertThat(this.projection.tags()).isEmpty();
		fold(tagged("a3", 1, 3, "ha-noi", "Hà Nội", "metro", "Metro"));
		fold(tagged("a1", 1, 1, "ha-noi", "Hanoi", "cau", "Cầu"));
		fold(tagged("a2", 1, 2, "ha-noi", "Ha Noi"));
		assertThat(this.projection.tags()).containsExactly(Map.entry("cau", "Cầu"), Map.entry("ha-noi", "Hà Nội"),
				Map.entry("metro", "Metro"));
		fold(tagged("a3", 2, 3, "metro", "Tàu điện"));
		fold(tagged("a1", 2, 1));
		assertThat(this.projection.tags()).as("after corrections")
			.containsExactly(Map.entry("ha-noi", "Ha Noi"), Map.entry("metro", "Tàu điện"));
	}

	@Test
	void findsTextTypedWithoutDiacriticsAndRanksExactFirst() throws IOException {
		fold(article("a1", 1, "Đường về bến sông", 0));
		fold(article("a2", 1, "Dương về ben song", 1));
		fold(article("a3", 1, "Chuyện khác", 2));
		assertThat(ids(list("duong ve ben song"))).containsExactlyInAnyOrder("a1", "a2");
		assertThat(ids(list("Đường về bến sông"))).startsWith("a1").hasSize(2);
		assertThat(ids(list("không có ở đâu"))).isEmpty();
	}

	@Test
	void refusesCursorOfAnotherList() throws IOException {
		fold(article("a1", 1, "Bài", 0));
		assertThatExceptionOfType(BadCursor.class)
			.isThrownBy(() -> this.projection.list(new Query(null, null, null, null, null, "rubbish!", 10)));
	}

	@Test
	void goesOnFromItsLastCommit() throws IOException {
		fold(article("a1", 1, "Được giữ", 0));
		this.projection.commit(Map.of(3, 42L));
		fold(article("a2", 1, "Chưa được giữ", 1));
		this.projection.close();
		this.projection = new Projection(this.folder);
		assertThat(this.projection.positions()).containsExactlyEntriesOf(Map.of(3, 42L));
		assertThat(ids(list(null))).containsExactly("a1");
		assertThat(this.projection.fold(article("a1", 1, "Lặp", 0))).isFalse();
	}

	@Test
	void beginsAnewWhereItFindsAnotherLayout() throws IOException {
		this.projection.close();
		try (Directory directory = FSDirectory.open(this.folder);
				IndexWriter before = new IndexWriter(directory, new IndexWriterConfig())) {
			Document document = new Document();
			document.add(new NumericDocValuesField("published", 1));
			before.addDocument(document);
			before.setLiveCommitData(Map.of("layout", "2", "3", "42").entrySet());
			before.commit();
		}

		this.projection = new Projection(this.folder);

		assertThat(this.projection.positions()).isEmpty();
		assertThat(list(null).items()).isEmpty();
		fold(article("a1", 1, "Bài", 0));
		this.projection.commit(Map.of(3, 1L));
		this.projection.close();
		this.projection = new Projection(this.folder);
		assertThat(ids(list(null))).containsExactly("a1");
	}

	@Test
	void isWritableAgainAfterTheDiskWasFull() throws IOException {
		this.projection.close();
		FullDisk disk = new FullDisk(FSDirectory.open(this.folder));
		this.projection = new Projection(disk);
		fold(article("a1", 1, "Được giữ", 0));
		this.projection.commit(Map.of(3, 42L));
		this.projection.fold(article("a2", 1, "Chưa được giữ", 1));
		disk.full = true;
		assertThatIOException().isThrownBy(() -> this.projection.commit(Map.of(3, 43L)));
		assertThatExceptionOfType(AlreadyClosedException.class)
			.isThrownBy(() -> this.projection.fold(article("a3", 1, "Quá muộn", 2)));
		assertThat(ids(list(null))).as("meanwhile").contains("a1");

		disk.full = false;
		this.projection.revive();

		assertThat(this.projection.positions()).containsExactlyEntriesOf(Map.of(3, 42L));
		fold(article("a2", 1, "Lại đến", 1));
		assertThat(ids(list(null))).containsExactly("a2", "a1");
		this.projection.commit(Map.of(3, 43L));
	}

	@Test
	void refusesStateWithoutId() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> this.projection.fold(JsonMapper.shared().readTree("{}")));
	}

	private Page list(@Nullable String words) {
		return this.projection.list(new Query(null, null, null, null, words, null, 100));
	}

	private static List<String> ids(Page page) {
		return page.items().stream().map((item) -> item.path("id").asString()).toList();
	}

	private void fold(JsonNode article) throws IOException {
		assertThat(this.projection.fold(article)).isTrue();
		this.projection.show();
	}

	private static JsonNode tagged(String id, int revision, int minute, String... slugsAndNames) {
		ObjectNode article = (ObjectNode) article(id, revision, "Bài", minute);
		ArrayNode tags = article.putArray("tags");
		for (int i = 0; i < slugsAndNames.length; i += 2) {
			tags.addObject().put("slug", slugsAndNames[i]).put("name", slugsAndNames[i + 1]);
		}
		return article;
	}

	private static JsonNode article(String id, int revision, String title, int minute) {
		ObjectNode article = (ObjectNode) JsonMapper.shared().readTree("""
				{"lead": "", "kind": "article", "section": {"slug": "thoi-su", "name": "Thời sự"},
				 "tags": [{"slug": "ha-noi", "name": "Hà Nội"}], "authors": [],
				 "body": {"type": "doc", "content": []}}""");
		return Objects.requireNonNull(article.put("id", id)
			.put("revision", revision)
			.put("title", title)
			.put("published", START.plusSeconds(60L * minute).toString()));
	}

	/** As a file system without room. */
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
