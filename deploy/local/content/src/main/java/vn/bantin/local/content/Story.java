package vn.bantin.local.content;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sample article. Its draft is the newsroom's, but that its pictures are named by
 * their drawings, since they have no media id before they are uploaded.
 *
 * @param slug the file's name
 * @param draft the draft with the names of drawings
 */
record Story(String slug, ObjectNode draft) {

	/** In the order of the page, each once. */
	SequencedSet<String> pictures() {
		SequencedSet<String> names = new LinkedHashSet<>();
		places(this.draft, new ArrayList<>()).forEach((place) -> names.add(place.path("media").asString()));
		return names;
	}

	boolean isPhotoStory() {
		return "photo-story".equals(this.draft.path("kind").asString());
	}

	/**
	 * The draft to send.
	 * @param media the media id of each drawing
	 */
	ObjectNode draft(Map<String, String> media) {
		ObjectNode copy = this.draft.deepCopy();
		for (ObjectNode place : places(copy, new ArrayList<>())) {
			String drawing = place.path("media").asString();
			String id = media.get(drawing);
			if (id == null) {
				throw new IllegalStateException("The picture " + drawing + " was not uploaded");
			}
			place.put("media", id);
		}
		return copy;
	}

	private static List<ObjectNode> places(JsonNode node, List<ObjectNode> found) {
		if (node instanceof ObjectNode object && object.has("media")) {
			found.add(object);
		}
		for (JsonNode child : node) {
			places(child, found);
		}
		return found;
	}

}
