package vn.bantin.rating.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;
import vn.bantin.service.mongo.Upserts;

/** The newest tally of each article, in MongoDB; idempotent by version. */
@Component
class StoredTallies {

	private final MongoCollection<Document> tallies;

	StoredTallies(MongoDatabase database) {
		this.tallies = database.getCollection("tallies");
	}

	Optional<TallyEvent> find(String article) {
		return Optional.ofNullable(this.tallies.find(Filters.eq(article)).first()).map(StoredTallies::read);
	}

	List<TallyEvent> find(Collection<String> articles) {
		return this.tallies.find(Filters.in("_id", articles)).map(StoredTallies::read).into(new ArrayList<>());
	}

	/** Stores each tally unless a newer one is stored. */
	void store(List<TallyEvent> events) {
		Upserts.keepNewest(this.tallies,
				Upserts.newest(events, (it) -> it.tally().article(), TallyEvent.OLDEST_FIRST)
					.map(StoredTallies::upsert)
					.toList());
	}

	private static UpdateOneModel<Document> upsert(TallyEvent event) {
		ArticleTally tally = event.tally();
		return Upserts.of(Filters.and(Filters.eq(tally.article()), Filters.lte("version", tally.version())),
				Updates.combine(Updates.set("sum", tally.sum()), Updates.set("count", tally.count()),
						Updates.set("mean", tally.mean()),
						Updates.set("stars", new Document(new HashMap<>(tally.stars()))),
						Updates.set("version", tally.version()), Updates.set("partition", event.partition()),
						Updates.set("offset", event.offset())));
	}

	private static TallyEvent read(Document document) {
		Map<String, Long> stars = new HashMap<>();
		Objects.requireNonNull(document.get("stars", Document.class))
			.forEach((star, count) -> stars.put(star, ((Number) count).longValue()));
		return new TallyEvent(
				new ArticleTally(document.getString("_id"), number(document, "sum"), number(document, "count"),
						document.getDouble("mean"), stars, number(document, "version")),
				(int) number(document, "partition"), number(document, "offset"));
	}

	private static long number(Document document, String field) {
		return Objects.requireNonNull(document.get(field, Number.class)).longValue();
	}

}
