package vn.bantin.article.reading;

import java.io.IOException;
import java.time.Instant;

import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Articles as events carry them, and a search over them for tests without a disk. */
public final class ReaderArticles {

	private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

	private ReaderArticles() {
	}

	/**
	 * A search over some articles.
	 * @param articles as events carry them
	 * @return a search that sees them
	 * @throws IOException never
	 */
	public static ArticleSearch search(JsonNode... articles) throws IOException {
		ArticleIndex index = new ArticleIndex(new ByteBuffersDirectory());
		for (JsonNode article : articles) {
			index.update(article);
		}
		index.refresh();
		return new ArticleSearch(index);
	}

	/**
	 * A live article of the section {@code thoi-su} with the tag {@code ha-noi}.
	 * @param id its id
	 * @param revision from 1
	 * @param title its title
	 * @param minute when it was published, in minutes
	 * @return its public state
	 */
	public static ObjectNode article(String id, int revision, String title, int minute) {
		String published = START.plusSeconds(60L * minute).toString();
		ObjectNode article = (ObjectNode) JsonMapper.shared().readTree("""
				{"lead": "", "kind": "article", "section": {"slug": "thoi-su", "name": "Thời sự"},
				 "tags": [{"name": "Hà Nội", "slug": "ha-noi"}], "authors": [],
				 "body": {"type": "doc", "content": []}, "corrections": [], "openForRating": true}""");
		article.putArray("addresses").add("/thoi-su/bai-" + id);
		return article.put("id", id)
			.put("revision", revision)
			.put("url", "/thoi-su/bai-" + id)
			.put("title", title)
			.put("published", published)
			.put("modified", published);
	}

	static ObjectNode tagged(String id, int revision, int minute, String... slugsAndNames) {
		ObjectNode article = article(id, revision, "Bài", minute);
		ArrayNode tags = article.putArray("tags");
		for (int i = 0; i < slugsAndNames.length; i += 2) {
			tags.addObject().put("slug", slugsAndNames[i]).put("name", slugsAndNames[i + 1]);
		}
		return article;
	}

}
