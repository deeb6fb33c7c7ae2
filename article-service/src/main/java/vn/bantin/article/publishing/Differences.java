package vn.bantin.article.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Which fields of two contents differ, by their names in the API. */
final class Differences {

	private Differences() {
	}

	static List<String> between(Content before, Content after) {
		List<String> changed = new ArrayList<>();
		note(changed, "title", before.title(), after.title());
		note(changed, "lead", before.lead(), after.lead());
		note(changed, "sourceMark", before.sourceMark(), after.sourceMark());
		note(changed, "kind", before.kind(), after.kind());
		note(changed, "section", before.section(), after.section());
		note(changed, "tags", before.tags(), after.tags());
		note(changed, "authors", before.authors(), after.authors());
		note(changed, "leadPicture", before.leadPicture(), after.leadPicture());
		note(changed, "body", before.body(), after.body());
		note(changed, "openForRating", before.openForRating(), after.openForRating());
		return changed;
	}

	private static void note(List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
		if (!Objects.equals(before, after)) {
			changed.add(field);
		}
	}

}
