package vn.bantin.local.database;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
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

/** Queries find with indexes what the original backend finds without. */
class DurableBackendTests {

	private static final String DATABASE = "newspaper";

	private static final String VOTES = "votes";

	@TempDir
	Path folder;

	private final EmbeddedChannel client = new EmbeddedChannel();

	private final H2Backend original = H2Backend.inMemory();

	private DurableBackend backend;

	@BeforeEach
	void open() {
		this.backend = new DurableBackend(MVStore.open(this.folder.resolve("store").toString()));
	}

	@AfterEach
	void close() {
		this.backend.close();
		this.original.close();
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
				doc("$and", List.of(doc("_id", "v3"), doc("_id", "v4"))), doc("_id", 7).append("pending", true),
				doc("_id", 7L).append("pending", true), doc("shard", "1").append("pending", true),
				doc("shard", 2).append("pending", true), new Document());
	}

	@ParameterizedTest
	@MethodSource("queries")
	void findsWithIndexesWhatItFindsWithout(Document query) {
		for (H2Backend each : List.of(this.backend, this.original)) {
			run(each, doc("insert", VOTES).append("documents", votes()));
			run(each, doc("insert", VOTES).append("documents", oddVotes()));
		}
		index();

		assertThat(find(this.backend, query)).isEqualTo(find(this.original, query));
		assertThat(count(this.backend, query)).isEqualTo(count(this.original, query));
	}

	@Test
	void readsOnlyWhatTheIndexFinds() {
		run(this.backend, doc("insert", VOTES).append("documents", votes()));
		index();

		assertThat(candidates(doc("shard", 1).append("pending", true).append("version", 2)))
			.containsExactlyInAnyOrder("v1", "v5", "v9", "v13", "v17", "v21", "v25", "v29");
		assertThat(candidates(doc("$and", List.of(doc("_id", "v3"), doc("version", 7))))).containsExactly("v3");
	}

	@Test
	void followsWhatIsUpdatedAndDeleted() {
		run(this.backend, doc("insert", VOTES).append("documents", votes()));
		index();
		Document pending = doc("shard", 1).append("pending", true);

		update(doc("_id", "v1").append("version", 1), doc("$unset", doc("pending", "")), false);
		update(doc("_id", "v3").append("version", 0), doc("$set", doc("shard", 1)), false);
		update(doc("_id", "v4").append("version", 7), doc("$set", doc("shard", 1)), false);
		update(doc("_id", "new").append("shard", 1), doc("$set", doc("pending", true)), true);
		run(this.backend,
				doc("delete", VOTES).append("deletes", List.of(doc("q", doc("_id", "v5")).append("limit", 1))));

		assertThat(find(this.backend, pending)).containsExactlyInAnyOrder("v3", "v9", "v13", "v17", "v21", "v25", "v29",
				"new");
	}

	@Test
	void keepsIndexesOverARestart() {
		run(this.backend, doc("insert", VOTES).append("documents", votes()));
		index();
		close();
		open();

		assertThat(candidates(doc("shard", 3).append("pending", true))).hasSize(7);
		assertThat(find(this.backend, doc("shard", 3).append("pending", true))).hasSize(7);
	}

	private Set<Object> candidates(Document query) {
		IndexedCollection votes = (IndexedCollection) this.backend.resolveDatabase(DATABASE)
			.resolveCollection(VOTES, true);
		Set<Object> positions = new HashSet<>();
		votes.candidates(query).orElseThrow().forEach(positions::add);
		return positions;
	}

	private static List<Document> votes() {
		return IntStream.range(0, 30)
			.mapToObj(
					(i) -> doc("_id", "v" + i).append("shard", i % 4).append("version", i % 3).append("pending", true))
			.toList();
	}

	private static List<Document> oddVotes() {
		return List.of(doc("_id", "long").append("shard", 1L).append("pending", true),
				doc("_id", "double").append("shard", 1.0).append("pending", true),
				doc("_id", "null").append("shard", 1).append("pending", null), doc("_id", "missing").append("shard", 1),
				doc("_id", 7).append("pending", true), doc("_id", "text").append("shard", "1").append("pending", true),
				doc("_id", "array").append("shard", List.of(1, 2)).append("pending", true));
	}

	private void index() {
		run(this.backend, doc("createIndexes", VOTES).append("indexes",
				List.of(doc("key", doc("shard", 1).append("pending", 1)).append("name", "shard_1_pending_1"))));
	}

	private void update(Document query, Document change, boolean upsert) {
		run(this.backend, doc("update", VOTES).append("updates",
				List.of(doc("q", query).append("u", change).append("upsert", upsert))));
	}

	private Set<Object> find(H2Backend backend, Document query) {
		Document cursor = value(run(backend, doc("find", VOTES).append("filter", query)), "cursor", Document.class);
		Set<Object> ids = new HashSet<>();
		value(cursor, "firstBatch", Collection.class)
			.forEach((found) -> ids.add(value((Document) found, "_id", Object.class)));
		return ids;
	}

	private Integer count(H2Backend backend, Document query) {
		return value(run(backend, doc("count", VOTES).append("query", query)), "n", Integer.class);
	}

	private static <T> T value(Document document, String key, Class<T> type) {
		return type.cast(Objects.requireNonNull(document.get(key), key));
	}

	private Document run(H2Backend backend, Document command) {
		return backend.handleCommand(this.client, DATABASE, command.keySet().iterator().next(), command);
	}

	private static Document doc(String key, @Nullable Object value) {
		return new Document(key, value);
	}

}
