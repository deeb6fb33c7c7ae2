package vn.bantin.article.publishing;

import vn.bantin.service.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.bantin.article.publishing.Content.Kind;
import vn.bantin.article.publishing.Content.Picture;
import vn.bantin.article.publishing.Refusal.InvalidInput;
import vn.bantin.article.publishing.Sections.Section;

/** Reads a draft as the newsroom sends it and names everything wrong with it at once. */
public final class DraftReader {

	private static final Set<String> FIELDS = Set.of("title", "lead", "sourceMark", "kind", "section", "tags",
			"authors", "leadPicture", "body", "openForRating");

	private final Sections sections;

	private final Pictures pictures;

	/**
	 * Reads drafts for one newspaper.
	 * @param sections its sections
	 * @param pictures its stored pictures
	 */
	public DraftReader(Sections sections, Pictures pictures) {
		this.sections = sections;
		this.pictures = pictures;
	}

	/**
	 * Checks and reads a draft.
	 * @param draft the JSON
	 * @return its content, in composed Unicode
	 * @throws InvalidInput if a rule is broken
	 */
	public Content read(JsonNode draft) {
		return new Reading(draft).content();
	}

	private final class Reading {

		private final JsonNode draft;

		private final List<Violation> faults = new ArrayList<>();

		private final BodyRules bodyRules = new BodyRules(DraftReader.this.pictures, this.faults);

		private Reading(JsonNode draft) {
			this.draft = draft;
		}

		Content content() {
			if (!this.draft.isObject()) {
				throw new InvalidInput("draft", List.of(new Violation("", this.draft, "a JSON object")));
			}
			for (String name : this.draft.propertyNames()) {
				if (!FIELDS.contains(name)) {
					fault(name, this.draft.get(name),
							"no such field; known are " + String.join(", ", new TreeSet<>(FIELDS)));
				}
			}
			Content content = new Content(text("title", 1, 300), text("lead", 0, 2000), optionalText("sourceMark", 20),
					kind(), section(), names("tags", 20), authors(), leadPicture(),
					this.bodyRules.check(this.draft.get("body")), openForRating());
			if (!this.faults.isEmpty()) {
				throw new InvalidInput("draft", this.faults);
			}
			return content;
		}

		private String text(String field, int shortest, int longest) {
			JsonNode value = this.draft.get(field);
			String text = (value != null && value.isString()) ? Text.composed(value.asString()) : "";
			boolean wrongType = value != null && !value.isNull() && !value.isString();
			if (wrongType || text.length() < shortest || text.length() > longest || !Text.isReadable(text)) {
				fault(field, value, "text of %d to %d characters, no control characters".formatted(shortest, longest));
			}
			return text;
		}

		private @Nullable String optionalText(String field, int longest) {
			String text = text(field, 0, longest);
			return text.isEmpty() ? null : text;
		}

		private Kind kind() {
			String code = this.draft.path("kind").asString("");
			return Kind.of(code).orElseGet(() -> {
				fault("kind", this.draft.get("kind"), "article or photo-story");
				return Kind.ARTICLE;
			});
		}

		private String section() {
			String slug = this.draft.path("section").asString("");
			if (DraftReader.this.sections.find(slug).isEmpty()) {
				fault("section", this.draft.get("section"), "one of "
						+ String.join(", ", DraftReader.this.sections.all().stream().map(Section::slug).toList()));
			}
			return slug;
		}

		private List<String> names(String field, int most) {
			return list(field, most).stream()
				.map((item) -> name(item.value(), item.place()))
				.filter((name) -> !name.isEmpty())
				.distinct()
				.toList();
		}

		private List<String> authors() {
			List<String> names = new ArrayList<>();
			for (Item item : list("authors", 10)) {
				if (!item.value().isObject()) {
					fault(item.place(), item.value(), "an object with a name");
					continue;
				}
				for (String unknown : item.value().propertyNames()) {
					if (!"name".equals(unknown)) {
						fault(item.place() + "." + unknown, item.value().get(unknown), "no such field; known is name");
					}
				}
				names.add(name(item.value().path("name"), item.place() + ".name"));
			}
			return names;
		}

		private String name(JsonNode value, String place) {
			String name = value.isString() ? Text.composed(value.asString()) : "";
			if (name.isEmpty() || name.length() > 100 || !Text.isReadable(name)) {
				fault(place, value.isMissingNode() ? null : value,
						"a name of 1 to 100 characters, no control characters");
			}
			return name;
		}

		private List<Item> list(String field, int most) {
			JsonNode value = this.draft.get(field);
			if (value == null || value.isNull()) {
				return List.of();
			}
			if (!value.isArray() || value.size() > most) {
				fault(field, value, "a list of at most " + most);
				return List.of();
			}
			List<Item> items = new ArrayList<>();
			for (int i = 0; i < value.size(); i++) {
				items.add(new Item(field + "[" + i + "]", value.get(i)));
			}
			return items;
		}

		private @Nullable Picture leadPicture() {
			JsonNode value = this.draft.get("leadPicture");
			if (value == null || value.isNull()) {
				return null;
			}
			return Picture.read(this.bodyRules.picture(value, "leadPicture"));
		}

		private boolean openForRating() {
			JsonNode value = this.draft.get("openForRating");
			if (value != null && !value.isBoolean()) {
				fault("openForRating", value, "true or false");
			}
			return value == null || value.asBoolean(true);
		}

		private void fault(String field, @Nullable Object value, String allowed) {
			this.faults.add(new Violation(field, value, allowed));
		}

	}

	private record Item(String place, JsonNode value) {
	}

}
