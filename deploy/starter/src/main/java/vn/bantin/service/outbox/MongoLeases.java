package vn.bantin.service.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Leases as documents. The upsert fails on its own id when another instance holds an
 * unexpired lease. When clocks differ, two instances may try at once, and Kafka decides
 * which of them may write.
 */
final class MongoLeases implements Leases {

	private static final Duration LENGTH = Duration.ofSeconds(5);

	private final MongoCollection<Document> leases;

	private final String instance;

	private final Clock clock;

	private final Instant[] renewAt = new Instant[Shards.COUNT];

	MongoLeases(MongoDatabase database, String instance, Clock clock) {
		this.leases = database.getCollection("relay-leases");
		this.instance = instance;
		this.clock = clock;
		Arrays.fill(this.renewAt, Instant.MIN);
	}

	@Override
	public boolean acquire(int shard) {
		Instant now = this.clock.instant();
		if (now.isBefore(this.renewAt[shard])) {
			return true;
		}
		Bson oursOrExpired = Filters.and(Filters.eq(shard),
				Filters.or(Filters.eq("owner", this.instance), Filters.lt("until", Date.from(now))));
		try {
			this.leases.updateOne(oursOrExpired, Updates.combine(Updates.set("owner", this.instance),
					Updates.set("until", Date.from(now.plus(LENGTH)))), new UpdateOptions().upsert(true));
			this.renewAt[shard] = now.plus(LENGTH.dividedBy(3));
			return true;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			return false;
		}
	}

	@Override
	public void release(int shard) {
		this.renewAt[shard] = Instant.MIN;
		this.leases.deleteOne(Filters.and(Filters.eq(shard), Filters.eq("owner", this.instance)));
	}

}
