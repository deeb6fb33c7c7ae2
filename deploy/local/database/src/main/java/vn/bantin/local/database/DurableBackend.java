package vn.bantin.local.database;

import java.util.Set;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The H2 backend with two things mended: it commits before it replies to a write (as
 * delivered, kill -9 loses the last second of acknowledged writes), and it answers
 * {@code hello}, which health checks ask. Sessions stay refused: to claim them would be a
 * lie about transactions.
 */
final class DurableBackend extends H2Backend {

	private static final Set<String> READS = Set.of("find", "getMore", "count", "distinct", "ping", "hello", "isMaster",
			"ismaster", "buildInfo", "listCollections", "listIndexes", "killCursors");

	DurableBackend(MVStore store) {
		super(store);
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

}
