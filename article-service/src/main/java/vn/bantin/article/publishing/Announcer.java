package vn.bantin.article.publishing;

import vn.bantin.service.cloudevent.CloudEvent;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.article.publishing.Change.Fact;
import vn.bantin.article.publishing.Content.Picture;
import vn.bantin.article.publishing.Sections.Section;

/**
 * Writes facts as the events that {@code contracts/} describes: what happened, why, and
 * the whole new public state.
 */
final class Announcer {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final Sections sections;

	Announcer(Sections sections) {
		this.sections = sections;
	}

	/** The event of a fact, with a new id. */
	CloudEvent announce(Fact fact) {
		Article article = fact.article();
		ObjectNode data = switch (fact) {
			case Fact.Published it -> data("insert", "published", null, state(it.article()));
			case Fact.Updated it -> data("update", "edited", it.changed(), state(it.article()));
			case Fact.Corrected it -> data("update", "corrected", it.changed(), state(it.article()));
			case Fact.Retracted it -> data("delete", "retracted", null, retracted(it));
		};
		return CloudEvent.of(type(fact), article.id(), article.revision(), article.saved(),
				json.writeValueAsString(data));
	}

	private static String type(Fact fact) {
		return "vn.bantin.article." + switch (fact) {
			case Fact.Published it -> "published";
			case Fact.Updated it -> "updated";
			case Fact.Corrected it -> "corrected";
			case Fact.Retracted it -> "retracted";
		} + ".v1";
	}

	private static ObjectNode data(String change, String reason, @Nullable List<String> changed, ObjectNode article) {
		ObjectNode data = JsonNodeFactory.instance.objectNode().put("change", change).put("reason", reason);
		if (changed != null) {
			ArrayNode names = data.putArray("changed");
			changed.forEach(names::add);
		}
		data.set("article", article);
		return data;
	}

	private ObjectNode state(Article article) {
		Article.Live live = article.live();
		if (live == null) {
			throw new IllegalArgumentException("The article " + article.id() + " has no public state");
		}
		Content content = live.content();
		ObjectNode state = identity(article, content).put("title", content.title()).put("lead", content.lead());
		if (content.sourceMark() != null) {
			state.put("sourceMark", content.sourceMark());
		}
		state.put("kind", content.kind().code());
		state.set("section", section(content));
		named(state.putArray("tags"), content.tags());
		named(state.putArray("authors"), content.authors());
		Picture picture = content.leadPicture();
		if (picture != null) {
			state.set("leadPicture", picture.json());
		}
		state.set("body", content.body());
		state.put("published", live.published().toString()).put("modified", live.modified().toString());
		ArrayNode corrections = state.putArray("corrections");
		live.corrections()
			.forEach((note) -> corrections.addObject().put("text", note.text()).put("at", note.at().toString()));
		return state.put("openForRating", content.openForRating());
	}

	private ObjectNode retracted(Fact.Retracted fact) {
		// What readers last saw, not what an unpublished edit would have made of it.
		Content last = fact.last().content();
		ObjectNode state = identity(fact.article(), last).put("kind", last.kind().code());
		state.set("section", section(last));
		Instant published = fact.retraction().published();
		return state.put("published", published.toString())
			.put("retracted", fact.retraction().at().toString())
			.put("retractionReason", fact.retraction().reason());
	}

	private static ObjectNode identity(Article article, Content shown) {
		ObjectNode state = JsonNodeFactory.instance.objectNode()
			.put("id", article.id())
			.put("revision", article.revision())
			.put("url", article.address(shown));
		ArrayNode addresses = state.putArray("addresses");
		article.addresses().forEach(addresses::add);
		return state;
	}

	private ObjectNode section(Content content) {
		String name = this.sections.find(content.section()).map(Section::name).orElse(content.section());
		return JsonNodeFactory.instance.objectNode().put("slug", content.section()).put("name", name);
	}

	private static void named(ArrayNode list, List<String> names) {
		names.forEach((name) -> list.addObject().put("name", name).put("slug", Slug.of(name).value()));
	}

}
