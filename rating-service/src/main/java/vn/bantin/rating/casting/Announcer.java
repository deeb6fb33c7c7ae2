package vn.bantin.rating.casting;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.rating.ledger.Announcement;

/** Makes the event of a vote's change, as {@code contracts/} describes it. */
final class Announcer {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final SecureRandom random = new SecureRandom();

	private Announcer() {
	}

	static Announcement announce(@Nullable Vote before, Vote after) {
		String happened = happened(before, after);
		ObjectNode data = JsonNodeFactory.instance.objectNode()
			.put("change", (before == null) ? "insert" : "update")
			.put("reason", happened);
		if (before != null) {
			data.putArray("changed").add("stars").add("state");
		}
		data.putObject("vote")
			.put("article", after.article())
			.put("reader", after.reader())
			.put("stars", after.stars())
			.put("state", after.state().code())
			.put("version", after.version())
			.put("articleRevision", after.articleRevision())
			.put("at", after.at().toString());
		return new Announcement(uuid7(after.at()).toString(), "vn.bantin.vote." + happened + ".v1", after.key(),
				after.version(), after.at(), json.writeValueAsString(data));
	}

	private static String happened(@Nullable Vote before, Vote after) {
		return switch (after.state()) {
			case WITHDRAWN -> "withdrawn";
			case VOIDED -> "voided";
			case CAST -> (before == null || before.stars() == null) ? "cast" : "changed";
		};
	}

	/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits. */
	private static UUID uuid7(Instant now) {
		long high = (now.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
		long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

}
