package vn.bantin.widget.fetching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

/**
 * Which instance fetches. Two at once would do no harm but to the providers' patience, so
 * a lease by the clocks is enough.
 */
class Lease {

	private static final Duration LENGTH = Duration.ofSeconds(30);

	private static final String FETCHER = "fetcher";

	private final MongoCollection<Document> leases;

	private final String instance;

	private final Clock clock;

	Lease(MongoDatabase database, String instance, Clock clock) {
		this.leases = database.getCollection("leases");
		this.instance = instance;
		this.clock = clock;
	}

	boolean acquire() {
		Instant now = this.clock.instant();
		try {
			this.leases.updateOne(
					Filters.and(Filters.eq(FETCHER),
							Filters.or(Filters.eq("owner", this.instance), Filters.lt("until", Date.from(now)))),
					Updates.combine(Updates.set("owner", this.instance),
							Updates.set("until", Date.from(now.plus(LENGTH)))),
					new UpdateOptions().upsert(true));
			return true;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
				throw ex;
			}
			return false;
		}
	}

}
