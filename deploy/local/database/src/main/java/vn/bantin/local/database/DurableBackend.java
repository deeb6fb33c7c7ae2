package vn.bantin.local.database;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The H2 backend with three fixes: it commits before it replies to a write (the original
 * loses the last second of acknowledged writes on kill -9), it supports {@code hello},
 * which health checks use, and it uses indexes. Sessions stay refused, since they would
 * promise transactions.
 */
final class DurableBackend extends H2Backend {

	private static final Set<String> READS = Set.of("find", "getMore", "count", "distinct", "ping", "hello", "isMaster",
			"ismaster", "buildInfo", "listCollections", "listIndexes", "killCursors");

	DurableBackend(MVStore store) {
		super(store);
	}

	@Override
	protected MongoDatabase openOrCreateDatabase(String name) {
		return new IndexedDatabase(name);
	}

	@Override
	public Document handleMessage(MongoMessage message) {
		Document reply = super.handleMessage(message);
		if (!READS.contains(message.getDocument().keySet().iterator().next())) {
			commit();
		}
		return reply;
	}

	@Override
	public Document handleCommand(@Nullable Channel channel, String database, String command, Document query) {
		if (!"hello".equalsIgnoreCase(command)) {
			return super.handleCommand(channel, database, command, query);
		}
		Document answer = super.handleCommand(channel, database, "ismaster", query);
		answer.put("isWritablePrimary", true);
		return answer;
	}

	/**
	 * A database that uses its indexes. The original keeps unique ones only, and scans
	 * the collection unless a query has exactly the keys of one. An inner class, because
	 * the superclass's constructor already needs the store.
	 */
	private final class IndexedDatabase extends H2Database {

		private IndexedDatabase(String name) {
			super(name, getMvStore(), getCursorRegistry());
		}

		@Override
		protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
			String fullName = getFullCollectionNamespace(name);
			return new IndexedCollection(this, name, options, getMvStore().openMap("databases." + fullName),
					getMvStore().openMap("meta." + fullName), this.cursorRegistry);
		}

		@Override
		protected Index<Object> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
				boolean sparse) {
			return new SecondaryIndex(name, keys);
		}

	}

}
