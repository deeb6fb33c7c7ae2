package vn.bantin.rating.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The outbox inside the votes' documents. */
class MongoOutbox implements Outbox {

	private static final int BATCH = 100;

	private static final Bson PENDING = Filters.eq("pending", true);

	private final MongoCollection<Document> votes;

	MongoOutbox(MongoDatabase database) {
		this.votes = database.getCollection("votes");
	}

	@Override
	public List<Pending> pending(int shard) {
		return waiting(Filters.and(Filters.eq("shard", shard), PENDING)).limit(BATCH)
			.map(MongoOutbox::read)
			.into(new ArrayList<>());
	}

	private FindIterable<Document> waiting(Bson filter) {
		return this.votes.find(filter).projection(Projections.include("outbox"));
	}

	private static Pending read(Document document) {
		String vote = document.getString("_id");
		List<Announcement> announcements = document.getList("outbox", Document.class, List.of())
			.stream()
			.map((it) -> announcement(vote, it))
			.toList();
		return new Pending(vote, announcements);
	}

	private static Announcement announcement(String vote, Document entry) {
		return new Announcement(entry.getString("id"), entry.getString("type"), vote,
				Objects.requireNonNull(entry.get("version", Number.class)).longValue(),
				Objects.requireNonNull(entry.getDate("time")).toInstant(), entry.getString("data"));
	}

	@Override
	public void remove(List<Pending> announced) {
		this.votes.bulkWrite(announced.stream().flatMap(MongoOutbox::removal).toList());
	}

	private static Stream<WriteModel<Document>> removal(Pending announced) {
		Bson vote = Filters.eq(announced.vote());
		List<String> ids = announced.announcements().stream().map(Announcement::id).toList();
		return Stream.of(
				new UpdateOneModel<>(vote, Updates.pull("outbox", new Document("id", new Document("$in", ids)))),
				// Nothing may have been added between the two, which the filter sees to.
				new UpdateOneModel<>(Filters.and(vote, Filters.size("outbox", 0)), Updates.unset("pending")));
	}

	@Override
	public long depth() {
		return this.votes.countDocuments(PENDING);
	}

	@Override
	public Optional<Instant> oldest() {
		return waiting(PENDING).limit(BATCH)
			.map(MongoOutbox::read)
			.into(new ArrayList<>())
			.stream()
			.flatMap((it) -> it.announcements().stream())
			.map(Announcement::time)
			.min(Comparator.naturalOrder());
	}

}
