package vn.bantin.service.outbox;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.bantin.service.cloudevent.CloudEvent;

/**
 * The part of a document that waits to be announced: its shard, its events and a mark
 * that there are some. A repository adds an event with the same write that changes the
 * document, so that neither is ever there without the other.
 */
public final class OutboxDocument {

	static final String EVENTS = "outbox";

	private static final String SHARD = "shard";

	private static final String PENDING = "pending";

	private OutboxDocument() {
	}

	/**
	 * Prepares a new document without an event.
	 * @param document the document, whose id is a string
	 * @return the document with its shard
	 */
	public static Document prepare(Document document) {
		return document.append(SHARD, Shards.of(document.getString("_id")));
	}

	/**
	 * Prepares a new document with its first event.
	 * @param document the document, whose id is a string
	 * @param event what has to be announced
	 * @return the document with its shard and the event
	 */
	public static Document prepare(Document document, CloudEvent event) {
		return prepare(document).append(PENDING, true).append(EVENTS, List.of(write(event)));
	}

	/**
	 * Adds an event to a stored document.
	 * @param event what has to be announced
	 * @return the update, to be combined with the change that the event tells
	 */
	public static Bson add(CloudEvent event) {
		return Updates.combine(Updates.push(EVENTS, write(event)), Updates.set(PENDING, true));
	}

	/**
	 * Creates the index that the relay looks into; of waiting documents alone, whose
	 * number is measured as well.
	 * @param collection the documents' collection
	 */
	public static void createIndex(MongoCollection<Document> collection) {
		collection.createIndex(Indexes.ascending(PENDING, SHARD),
				new IndexOptions().partialFilterExpression(isPending()));
	}

	static Bson isPending() {
		return Filters.eq(PENDING, true);
	}

	static Bson isPending(int shard) {
		return Filters.and(Filters.eq(SHARD, shard), isPending());
	}

	static Bson remove(List<String> ids) {
		return Updates.pull(EVENTS, new Document("id", new Document("$in", ids)));
	}

	static Bson isEmpty() {
		return Filters.size(EVENTS, 0);
	}

	static Bson noLongerPending() {
		return Updates.unset(PENDING);
	}

	static List<CloudEvent> events(Document document) {
		String key = document.getString("_id");
		return document.getList(EVENTS, Document.class, List.of()).stream().map((it) -> read(key, it)).toList();
	}

	private static Document write(CloudEvent event) {
		return new Document("id", event.id()).append("type", event.type())
			.append("revision", event.revision())
			.append("time", Date.from(event.time()))
			.append("data", event.data());
	}

	private static CloudEvent read(String key, Document entry) {
		Instant time = Objects.requireNonNull(entry.getDate("time")).toInstant();
		return new CloudEvent(entry.getString("id"), entry.getString("type"), key, revision(entry), time,
				entry.getString("data"));
	}

	private static long revision(Document entry) {
		Number revision = entry.get("revision", Number.class);
		// Votes called it the version before all services shared one outbox.
		return Objects.requireNonNull((revision != null) ? revision : entry.get("version", Number.class)).longValue();
	}

}
