package vn.bantin.service.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import org.bson.Document;
import org.bson.conversions.Bson;
import vn.bantin.service.cloudevent.CloudEvent;

/** The outbox in the documents of one collection. */
final class MongoOutbox implements Outbox {

	private static final int BATCH = 100;

	private final MongoCollection<Document> documents;

	MongoOutbox(MongoCollection<Document> documents) {
		this.documents = documents;
	}

	@Override
	public List<Pending> pending(int shard) {
		return read(waiting(OutboxDocument.isPending(shard)));
	}

	private FindIterable<Document> waiting(Bson filter) {
		return this.documents.find(filter).projection(Projections.include(OutboxDocument.EVENTS)).limit(BATCH);
	}

	private static List<Pending> read(FindIterable<Document> documents) {
		return documents.map((it) -> new Pending(it.getString("_id"), OutboxDocument.events(it)))
			.into(new ArrayList<>());
	}

	@Override
	public void remove(List<Pending> announced) {
		this.documents.bulkWrite(announced.stream().flatMap(MongoOutbox::removal).toList());
	}

	private static Stream<WriteModel<Document>> removal(Pending announced) {
		Bson document = Filters.eq(announced.key());
		List<String> ids = announced.events().stream().map(CloudEvent::id).toList();
		return Stream.of(new UpdateOneModel<>(document, OutboxDocument.remove(ids)),
				// Unless another event was added between the two.
				new UpdateOneModel<>(Filters.and(document, OutboxDocument.isEmpty()),
						OutboxDocument.noLongerPending()));
	}

	@Override
	public long depth() {
		return this.documents.countDocuments(OutboxDocument.isPending());
	}

	@Override
	public Optional<Instant> oldest() {
		return read(waiting(OutboxDocument.isPending())).stream()
			.flatMap((it) -> it.events().stream())
			.map(CloudEvent::time)
			.min(Comparator.naturalOrder());
	}

}
