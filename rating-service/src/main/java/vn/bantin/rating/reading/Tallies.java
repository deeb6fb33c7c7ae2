package vn.bantin.rating.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
public class Tallies {

	private final MongoCollection<Document> tallies;

	Tallies(MongoDatabase database) {
		this.tallies = database.getCollection("tallies");
	}

	/**
	 * The tally of an article.
	 * @param article its id
	 * @return empty before the first vote was counted
	 */
	public Optional<KnownTally> find(String article) {
		return Optional.ofNullable(this.tallies.find(Filters.eq(article)).first()).map(Tallies::read);
	}

	/**
	 * Whether an event of the topic was taken in.
	 * @param article its key
	 * @param partition its partition
	 * @param offset its offset
	 * @return true when the stored tally is of that event or a later one
	 */
	public boolean passed(String article, int partition, long offset) {
		return this.tallies.countDocuments(Filters.and(Filters.eq(article), Filters.eq("partition", partition),
				Filters.gte("offset", offset))) > 0;
	}

	/**
	 * The tallies of some articles.
	 * @param articles their ids
	 * @return those that have one
	 */
	public List<KnownTally> find(Collection<String> articles) {
		return this.tallies.find(Filters.in("_id", articles)).map(Tallies::read).into(new ArrayList<>());
	}

	/** Keeps what was heard, unless something newer is kept. */
	void keep(List<Heard> heard) {
		// Of two of one version the later has the offset that a reader waits for.
		Comparator<Heard> order = Comparator.comparingLong((Heard it) -> it.tally().version())
			.thenComparingLong(Heard::offset);
		Upserts.keepNewest(this.tallies,
				Upserts.newest(heard, (it) -> it.tally().article(), order).map(Tallies::upsert).toList());
	}

	private static UpdateOneModel<Document> upsert(Heard heard) {
		KnownTally tally = heard.tally();
		return Upserts.of(Filters.and(Filters.eq(tally.article()), Filters.lte("version", tally.version())),
				Updates.combine(Updates.set("sum", tally.sum()), Updates.set("count", tally.count()),
						Updates.set("mean", tally.mean()),
						Updates.set("stars", new Document(new HashMap<>(tally.stars()))),
						Updates.set("version", tally.version()), Updates.set("partition", heard.partition()),
						Updates.set("offset", heard.offset())));
	}

	private static KnownTally read(Document document) {
		Map<String, Long> stars = new HashMap<>();
		Objects.requireNonNull(document.get("stars", Document.class))
			.forEach((star, count) -> stars.put(star, ((Number) count).longValue()));
		return new KnownTally(document.getString("_id"), number(document, "sum"), number(document, "count"),
				document.getDouble("mean"), stars, number(document, "version"));
	}

	private static long number(Document document, String field) {
		return Objects.requireNonNull(document.get(field, Number.class)).longValue();
	}

	/**
	 * A tally as it came.
	 *
	 * @param tally what the event says
	 * @param partition where it stands in the topic
	 * @param offset at which place there
	 */
	record Heard(KnownTally tally, int partition, long offset) {
	}

}
