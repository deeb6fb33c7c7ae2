package vn.bantin.article.reading;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a list.
 *
 * @param items articles without their bodies
 * @param next the cursor of the page after, null at the end
 */
public record Page(List<ObjectNode> items, @Nullable String next) {

	public Page {
		items = List.copyOf(items);
	}

}
