package vn.bantin.article.publishing;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A picture in JSON, the same for newsroom, events and readers. */
final class PictureJson {

	private PictureJson() {
	}

	static ObjectNode of(Picture picture) {
		ObjectNode node = JsonNodeFactory.instance.objectNode().put("media", picture.media()).put("alt", picture.alt());
		if (picture.caption() != null) {
			node.put("caption", picture.caption());
		}
		if (picture.credit() != null) {
			node.put("credit", picture.credit());
		}
		return node.put("width", picture.width()).put("height", picture.height());
	}

}
