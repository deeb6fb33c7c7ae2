package vn.bantin.local.content;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One sample article, as a draft for the newsroom. Until the pictures are uploaded and
 * have media ids, the draft refers to them by name.
 *
 * @param slug name of the article's file
 * @param draft the draft, with picture names in place of media ids
 */
record Story(String slug, ObjectNode draft) {

	/** Picture names in page order, without duplicates. */
	SequencedSet<String> pictures() {
		return new LinkedHashSet<>(this.draft.findValuesAsString("media"));
	}

	boolean isPhotoStory() {
		return "photo-story".equals(this.draft.path("kind").asString());
	}

	/**
	 * The draft to send.
	 * @param media media ids by picture name
	 */
	ObjectNode draft(Map<String, String> media) {
		ObjectNode copy = this.draft.deepCopy();
		for (JsonNode picture : copy.findParents("media")) {
			String name = picture.path("media").asString();
			String id = media.get(name);
			if (id == null) {
				throw new IllegalStateException("The picture " + name + " was not uploaded");
			}
			((ObjectNode) picture).put("media", id);
		}
		return copy;
	}

}
