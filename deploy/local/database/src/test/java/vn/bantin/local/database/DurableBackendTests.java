package vn.bantin.local.database;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.embedded.EmbeddedChannel;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an index finds is what a look at every document finds. */
class DurableBackendTests {

	private static final String DATABASE = "newspaper";

	@TempDir
	Path folder;

	private final EmbeddedChannel client = new EmbeddedChannel();

	private DurableBackend backend;

	@BeforeEach
	void open() {
		this.backend = new DurableBackend(MVStore.open(this.folder.resolve("store").toString()));
	}

	@AfterEach
	void close() {
		this.backend.close();
	}

	static List<Document> queries() {
		return List.of(doc("shard", 1).append("pending", true),
				doc("$and", List.of(doc("shard", 1), doc("pending", true))), doc("shard", 1L).append("pending", true),
				doc("shard", 1.0).append("pending", true), doc("pending", true).append("shard", 1).append("version", 2),
				doc("shard", 9).append("pending", true), doc("shard", doc("$gte", 1)).append("pending", true),
				doc("shard", 1).append("pending", null), doc("shard", 1).append("pending", doc("$exists", false)),
				doc("pending", true), doc("shard", 2), doc("_id", "v3"), doc("_id", "v3").append("version", 0),
				doc("_id", "v3").append("version", 1), doc("$and", List.of(doc("_id", "v3"), doc("version", 0))),
				doc("_id", doc("$in", List.of("v1", "v2"))), doc("_id", new BsonRegularExpression("^v1", "")),
				doc("$or", List.of(doc("_id", "v3"), doc("shard", 0))),
				doc("$and", List.of(doc("_id", "v3"), doc("_id", "v4"))), new Document());
	}

	@ParameterizedTest
	@MethodSource("queries")
	void findsWithIndexesWhatItFindsWithout(Document query) {
		insert("plain", 30);
		insert("indexed", 30);
		index("indexed");

		assertThat(find("indexed", query)).isEqualTo(find("plain", query));
		assertThat(count("indexed", query)).isEqualTo(count("plain", query));
	}

	@Test
	void looksOnlyAtWhatTheIndexNames() {
		insert("indexed", 30);
		index("indexed");

		assertThat(candidates(doc("shard", 1).append("pending", true).append("version", 2)))
			.containsExactlyInAnyOrder("v1", "v5", "v9", "v13", "v17", "v21", "v25", "v29");
		assertThat(candidates(doc("$and", List.of(doc("_id", "v3"), doc("version", 7))))).containsExactly("v3");
	}

	@Test
	void followsWhatIsUpdatedAndDeleted() {
		insert("indexed", 30);
		index("indexed");
		Document pending = doc("shard", 1).append("pending", true);

		update(doc("_id", "v1").append("version", 1), doc("$unset", doc("pending", "")), false);
		update(doc("_id", "v3").append("version", 0), doc("$set", doc("shard", 1)), false);
		update(doc("_id", "v4").append("version", 7), doc("$set", doc("shard", 1)), false);
		update(doc("_id", "new").append("shard", 1), doc("$set", doc("pending", true)), true);
		run(doc("delete", "indexed").append("deletes", List.of(doc("q", doc("_id", "v5")).append("limit", 1))));

		assertThat(find("indexed", pending)).containsExactlyInAnyOrder("v3", "v9", "v13", "v17", "v21", "v25", "v29",
				"new");
	}

	@Test
	void keepsIndexesOverARestart() {
		insert("indexed", 30);
		index("indexed");
		close();
		open();

		assertThat(candidates(doc("shard", 3).append("pending", true))).hasSize(7);
		assertThat(find("indexed", doc("shard", 3).append("pending", true))).hasSize(7);
	}

	private Set<Object> candidates(Document query) {
		IndexedCollection votes = (IndexedCollection) this.backend.resolveDatabase(DATABASE)
			.resolveCollection("indexed", true);
		Set<Object> positions = new HashSet<>();
		votes.candidates(query).orElseThrow().forEach(positions::add);
		return positions;
	}

	private void insert(String collection, int documents) {
		List<Document> votes = IntStream.range(0, documents)
			.mapToObj(
					(i) -> doc("_id", "v" + i).append("shard", i % 4).append("version", i % 3).append("pending", true))
			.toList();
		run(doc("insert", collection).append("documents", votes));
	}

	private void index(String collection) {
		run(doc("createIndexes", collection).append("indexes",
				List.of(doc("key", doc("shard", 1).append("pending", 1)).append("name", "shard_1_pending_1"))));
	}

	private void update(Document query, Document change, boolean upsert) {
		run(doc("update", "indexed").append("updates",
				List.of(doc("q", query).append("u", change).append("upsert", upsert))));
	}

	private Set<Object> find(String collection, Document query) {
		Document cursor = value(run(doc("find", collection).append("filter", query)), "cursor", Document.class);
		Set<Object> ids = new HashSet<>();
		value(cursor, "firstBatch", Collection.class)
			.forEach((found) -> ids.add(value((Document) found, "_id", Object.class)));
		return ids;
	}

	private Integer count(String collection, Document query) {
		return value(run(doc("count", collection).append("query", query)), "n", Integer.class);
	}

	private static <T> T value(Document document, String key, Class<T> type) {
		return type.cast(Objects.requireNonNull(document.get(key), key));
	}

	private Document run(Document command) {
		return this.backend.handleCommand(this.client, DATABASE, command.keySet().iterator().next(), command);
	}

	private static Document doc(String key, @Nullable Object value) {
		return new Document(key, value);
	}

}
