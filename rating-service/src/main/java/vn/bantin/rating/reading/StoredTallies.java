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
import vn.bantin.rating.Upserts;

/** The newest tallies, in MongoDB. A version that was passed changes nothing. */
@Component
class StoredTallies {

	private final MongoCollection<Document> tallies;

	StoredTallies(MongoDatabase database) {
		this.tallies = database.getCollection("tallies");
	}

	Optional<HeardTally> find(String article) {
		return Optional.ofNullable(this.tallies.find(Filters.eq(article)).first()).map(StoredTallies::read);
	}

	/** Those of some articles that have one. */
	List<HeardTally> find(Collection<String> articles) {
		return this.tallies.find(Filters.in("_id", articles)).map(StoredTallies::read).into(new ArrayList<>());
	}

	/** Keeps what was heard, unless something newer is kept. */
	void keep(List<HeardTally> heard) {
		Upserts.keepNewest(this.tallies,
				Upserts.newest(heard, (it) -> it.tally().article(), HeardTally.OLDEST_FIRST)
					.map(StoredTallies::upsert)
					.toList());
	}

	private static UpdateOneModel<Document> upsert(HeardTally heard) {
		KnownTally tally = heard.tally();
		return Upserts.of(Filters.and(Filters.eq(tally.article()), Filters.lte("version", tally.version())),
				Updates.combine(Updates.set("sum", tally.sum()), Updates.set("count", tally.count()),
						Updates.set("mean", tally.mean()),
						Updates.set("stars", new Document(new HashMap<>(tally.stars()))),
						Updates.set("version", tally.version()), Updates.set("partition", heard.partition()),
						Updates.set("offset", heard.offset())));
	}

	private static HeardTally read(Document document) {
		Map<String, Long> stars = new HashMap<>();
		Objects.requireNonNull(document.get("stars", Document.class))
			.forEach((star, count) -> stars.put(star, ((Number) count).longValue()));
		return new HeardTally(
				new KnownTally(document.getString("_id"), number(document, "sum"), number(document, "count"),
						document.getDouble("mean"), stars, number(document, "version")),
				(int) number(document, "partition"), number(document, "offset"));
	}

	private static long number(Document document, String field) {
		return Objects.requireNonNull(document.get(field, Number.class)).longValue();
	}

}
