package vn.bantin.drills.load;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.load.Writing.Written;
import vn.bantin.drills.newspaper.Newsroom;

/**
 * One article and the steps that it still has to go, one after the other.
 */
final class Story {

	private final Newsroom newsroom;

	private final Writing writing;

	private final Freshness freshness;

	private final String token;

	private final List<Act> acts;

	private int next;

	private int version;

	private String saved = "";

	private String id = "";

	private String revision = "";

	private String page = "/";

	/**
	 * A story that nobody has begun.
	 * @param token unique word in its titles
	 * @param acts its steps
	 */
	Story(Newsroom newsroom, Writing writing, Freshness freshness, String token, List<Act> acts) {
		this.newsroom = newsroom;
		this.writing = writing;
		this.freshness = freshness;
		this.token = token;
		this.acts = List.copyOf(acts);
	}

	String token() {
		return this.token;
	}

	/** Its id, once it was created. */
	Optional<String> id() {
		return Optional.of(this.id).filter((id) -> !id.isEmpty());
	}

	/**
	 * Does the next step.
	 * @return whether there is another one; none after a step that was not accepted
	 */
	boolean step(long due) {
		Act act = this.acts.get(this.next);
		Written written = switch (act) {
			case CREATE -> create(due);
			case EDIT -> edit(due);
			case PUBLISH -> act(due, act, "publish", "{}");
			case CORRECT -> act(due, act, "publish", "{\"correction\": \"Bản trước có sai sót.\"}");
			case RETRACT -> act(due, act, "retract", "{\"reason\": \"Diễn tập\"}");
			default -> throw new IllegalStateException("No newsroom does " + act);
		};
		if (!written.accepted()) {
			return false;
		}
		note(written.answer().json());
		watch(act, written.entry().settled());
		this.next++;
		return this.next < this.acts.size();
	}

	private void note(JsonNode article) {
		if (article.has("revision") && article.has("id")) {
			this.id = article.path("id").asString();
			this.revision = article.path("revision").asString();
			this.page = article.path("url").asString(this.page);
		}
		else {
			this.revision = this.newsroom.get(this.id).json().path("revision").asString();
		}
	}

	private void watch(Act act, Instant accepted) {
		switch (act) {
			case PUBLISH, CORRECT -> this.freshness.watchTitle(this.id, this.saved, accepted);
			case RETRACT -> this.freshness.watchGone(this.id, this.page, accepted);
			default -> {
				// Readers see nothing of a draft.
			}
		}
	}

	private Written create(long due) {
		this.saved = title();
		return this.writing.write(Kind.NEWSROOM, due, Act.CREATE, this.token, this.saved,
				() -> this.newsroom.create(draft(this.saved), "create-" + this.token),
				(answer) -> answer.status() == 201);
	}

	private Written edit(long due) {
		String before = this.saved;
		this.saved = title();
		Written written = this.writing.write(Kind.NEWSROOM, due, Act.EDIT, this.token, this.saved,
				() -> this.newsroom.edit(this.id, this.revision, draft(this.saved)),
				(answer) -> answer.status() == 200);
		if (!written.accepted()) {
			this.saved = before;
		}
		return written;
	}

	private Written act(long due, Act act, String action, String body) {
		return this.writing.write(Kind.NEWSROOM, due, act, this.token, this.saved, () -> this.newsroom.act(this.id,
				this.revision, action, body, action + "-" + this.token + "-" + this.revision),
				(answer) -> answer.status() == 200);
	}

	private String title() {
		this.version++;
		return "Tin %s bản %d".formatted(this.token, this.version);
	}

	private static String draft(String title) {
		return """
				{ "title": "%s", "lead": "Mở đầu.", "sourceMark": "QPTĐ", "kind": "article", "section": "thoi-su",
				  "tags": ["Diễn tập"], "authors": [{"name": "Phương Linh"}],
				  "body": {"type": "doc", "content": [
				    {"type": "paragraph", "content": [{"type": "text", "text": "Nội dung của %s."}]}]} }"""
			.formatted(title, title);
	}

}
