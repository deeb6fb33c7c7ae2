package vn.bantin.rating.casting;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Repository;
import vn.bantin.service.cloudevent.CloudEvent;
import vn.bantin.service.outbox.OutboxDocument;

/** Votes in MongoDB: each change is one compare-and-set of one document. */
@Repository
class MongoVotes implements Votes {

	private final MongoCollection<Document> votes;

	private volatile boolean indexed;

	MongoVotes(MongoDatabase database) {
		this.votes = database.getCollection("votes");
	}

	/** Not at startup: the service starts without its database. */
	private void createIndex() {
		if (!this.indexed) {
			OutboxDocument.createIndex(this.votes);
			this.indexed = true;
		}
	}

	@Override
	public Optional<Vote> find(String article, String reader) {
		return Optional.ofNullable(this.votes.find(Filters.eq(article + "/" + reader)).first()).map(MongoVotes::read);
	}

	@Override
	public boolean store(Vote vote, CloudEvent event) {
		createIndex();
		return (vote.version() == 1) ? insert(vote, event) : update(vote, event);
	}

	private boolean insert(Vote vote, CloudEvent event) {
		try {
			this.votes
				.insertOne(OutboxDocument.prepare(new Document("_id", vote.key()).append("article", vote.article())
					.append("reader", vote.reader())
					.append("stars", vote.stars())
					.append("state", vote.state().code())
					.append("version", vote.version())
					.append("articleRevision", vote.articleRevision())
					.append("at", Date.from(vote.at()))
					.append("asked", Date.from(vote.asked())), event));
			return true;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			return false;
		}
	}

	private boolean update(Vote vote, CloudEvent event) {
		return this.votes.updateOne(Filters.and(Filters.eq(vote.key()), Filters.eq("version", vote.version() - 1),
				// Votes of the first releases have no such field.
				Filters.not(Filters.gt("asked", Date.from(vote.asked())))),
				Updates.combine(Updates.set("stars", vote.stars()), Updates.set("state", vote.state().code()),
						Updates.set("version", vote.version()), Updates.set("articleRevision", vote.articleRevision()),
						Updates.set("at", Date.from(vote.at())), Updates.set("asked", Date.from(vote.asked())),
						OutboxDocument.add(event)))
			.getMatchedCount() == 1;
	}

	@Override
	public boolean note(Vote vote) {
		return this.votes
			.updateOne(Filters.and(Filters.eq(vote.key()), Filters.eq("version", vote.version())),
					Updates.max("asked", Date.from(vote.asked())))
			.getMatchedCount() == 1;
	}

	private static Vote read(Document document) {
		return new Vote(document.getString("article"), document.getString("reader"), document.getInteger("stars"),
				state(document.getString("state")), number(document, "version"), number(document, "articleRevision"),
				Objects.requireNonNull(document.getDate("at")).toInstant(),
				document.get("asked", document.getDate("at")).toInstant());
	}

	private static Vote.State state(String code) {
		return Stream.of(Vote.State.values())
			.filter((state) -> state.code().equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("Unknown state of a vote: " + code));
	}

	private static long number(Document document, String field) {
		return Objects.requireNonNull(document.get(field, Number.class)).longValue();
	}

}
