package vn.bantin.rating.casting;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.cloudevent.CloudEvent;

/** Makes the event of a vote's change, as {@code contracts/} describes it. */
final class Announcer {

	private static final JsonMapper json = JsonMapper.builder().build();

	private Announcer() {
	}

	static CloudEvent announce(@Nullable Vote before, Vote after) {
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
		return CloudEvent.of("vn.bantin.vote." + happened + ".v1", after.key(), after.version(), after.at(),
				json.writeValueAsString(data));
	}

	private static String happened(@Nullable Vote before, Vote after) {
		return switch (after.state()) {
			case WITHDRAWN -> "withdrawn";
			case VOIDED -> "voided";
			case CAST -> (before == null || before.stars() == null) ? "cast" : "changed";
		};
	}

}
