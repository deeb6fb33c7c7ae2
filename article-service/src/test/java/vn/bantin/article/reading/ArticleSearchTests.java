package vn.bantin.article.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.reading.ArticleSearch.BadCursor;
import vn.bantin.article.reading.ArticleSearch.Page;
import vn.bantin.article.reading.PublicArticle.Live;
import vn.bantin.article.reading.PublicArticle.Retracted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.bantin.article.reading.ReaderArticles.article;
import static vn.bantin.article.reading.ReaderArticles.tagged;

class ArticleSearchTests {

	private ArticleIndex index;

	private ArticleSearch search;

	@BeforeEach
	void open() throws IOException {
		this.index = new ArticleIndex(new ByteBuffersDirectory());
		this.search = new ArticleSearch(this.index);
	}

	@AfterEach
	void close() throws IOException {
		this.index.close();
	}

	@Test
	void listsNewestFirstAndPagesWithoutGap() throws IOException {
		for (int i = 0; i < 25; i++) {
			update(article("a" + (100 + i), 1, "Bài số " + i, i));
		}
		List<String> seen = new ArrayList<>();
		String cursor = null;
		do {
			Page page = this.search.page(new ArticleQuery("thoi-su", null, null, null, null, cursor, 10));
			seen.addAll(ids(page));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("a124").endsWith("a100");
	}

	@Test
	void pagesWithoutGapAcrossSegments() throws IOException {
		List<Integer> minutes = new ArrayList<>(IntStream.range(0, 400).boxed().toList());
		Collections.shuffle(minutes, new Random(1));
		for (int minute : minutes) {
			// Two in each minute, ordered by their ids.
			update(article("a" + (1000 + minute), 1, "Bài", minute / 2));
		}
		for (int minute = 0; minute < 400; minute += 7) {
			update(article("a" + (1000 + minute), 2, "Bài đã sửa", minute / 2));
		}
		List<String> seen = new ArrayList<>();
		String cursor = null;
		do {
			Page page = this.search.page(new ArticleQuery(null, null, null, null, null, cursor, 30));
			seen.addAll(ids(page));
			cursor = page.next();
		}
		while (cursor != null);
		assertThat(seen)
			.containsExactlyElementsOf(IntStream.range(0, 400).mapToObj((i) -> "a" + (1399 - (i ^ 1))).toList());
	}

	@Test
	void leavesBodyOutOfLists() throws IOException {
		update(article("a1", 1, "Bài", 0));
		assertThat(list(null).items().getFirst().body()).isNull();
		assertThat(live("a1").body()).isEqualTo("{\"type\":\"doc\",\"content\":[]}");
	}

	@Test
	void removesRetractedArticleFromListsButKeepsItsReason() throws IOException {
		update(article("a1", 1, "Bài", 0));
		update(JsonMapper.shared().readTree("""
				{"id": "a1", "revision": 2, "published": "2026-11-23T08:00:00Z", "retracted": "2026-11-23T09:00:00Z",
				 "retractionReason": "Đăng nhầm", "addresses": ["/thoi-su/bai-a1"], "url": "/thoi-su/bai-a1"}"""));
		assertThat(list(null).items()).isEmpty();
		assertThat(this.search.find("a1")).contains(new Retracted("a1", "2026-11-23T09:00:00Z", "Đăng nhầm"));
	}

	@Test
	void namesATagAsItsNewestArticleDoes() throws IOException {
		assertThat(this.search.tags()).isEmpty();
		update(tagged("a3", 1, 3, "ha-noi", "Hà Nội", "metro", "Metro"));
		update(tagged("a1", 1, 1, "ha-noi", "Hanoi", "cau", "Cầu"));
		update(tagged("a2", 1, 2, "ha-noi", "Ha Noi"));
		assertThat(this.search.tags()).containsExactly(Map.entry("cau", "Cầu"), Map.entry("ha-noi", "Hà Nội"),
				Map.entry("metro", "Metro"));
		update(tagged("a3", 2, 3, "metro", "Tàu điện"));
		update(tagged("a1", 2, 1));
		assertThat(this.search.tags()).as("after corrections")
			.containsExactly(Map.entry("ha-noi", "Ha Noi"), Map.entry("metro", "Tàu điện"));
	}

	@Test
	void findsTextTypedWithoutDiacriticsAndRanksExactFirst() throws IOException {
		update(article("a1", 1, "Đường về bến sông", 0));
		update(article("a2", 1, "Dương về ben song", 1));
		update(article("a3", 1, "Chuyện khác", 2));
		assertThat(ids(list("duong ve ben song"))).containsExactlyInAnyOrder("a1", "a2");
		assertThat(ids(list("Đường về bến sông"))).startsWith("a1").hasSize(2);
		assertThat(ids(list("không có ở đâu"))).isEmpty();
	}

	@Test
	void refusesCursorOfAnotherList() throws IOException {
		update(article("a1", 1, "Bài", 0));
		assertThatExceptionOfType(BadCursor.class)
			.isThrownBy(() -> this.search.page(new ArticleQuery(null, null, null, null, null, "rubbish!", 10)));
	}

	private Page list(@Nullable String words) {
		return this.search.page(new ArticleQuery(null, null, null, null, words, null, 100));
	}

	private Live live(String id) {
		return (Live) this.search.find(id).orElseThrow();
	}

	private static List<String> ids(Page page) {
		return page.items().stream().map(Live::id).toList();
	}

	private void update(JsonNode article) throws IOException {
		assertThat(this.index.update(article)).isTrue();
		this.index.refresh();
	}

}
