package vn.bantin.drills.load;

import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import vn.bantin.drills.ledger.Act;
import vn.bantin.drills.load.Writing.Written;

/**
 * The newsroom: writes articles, publishes most of them, corrects some, takes some back.
 * Each article is told by a token in its title, which no other has.
 */
final class Desk {

	private final Site site;

	private final String bearer;

	private final Writing writing;

	private final Freshness freshness;

	private final Random random;

	private final String prefix;

	private final Queue<Work> idle = new ConcurrentLinkedQueue<>();

	private final Map<String, String> ids = new ConcurrentHashMap<>();

	private int begun;

	Desk(Site site, String token, Writing writing, Freshness freshness, Random random, String prefix) {
		this.site = site;
		this.bearer = "Bearer " + token;
		this.writing = writing;
		this.freshness = freshness;
		this.random = random;
		this.prefix = prefix;
	}

	/** The ids of the articles, by token. */
	Map<String, String> ids() {
		return Map.copyOf(this.ids);
	}

	/** Takes up an article that nobody works at, or a new one, and does the next step. */
	void step(long due) {
		Work work = this.idle.poll();
		if (work == null) {
			work = begin();
		}
		if (work.step(due)) {
			this.idle.add(work);
		}
	}

	/**
	 * Writes and publishes an article that stays.
	 * @return its id
	 */
	String publishStanding() {
		Work work = begin(new Act[] { Act.CREATE, Act.PUBLISH });
		while (work.step(System.nanoTime())) {
			Thread.onSpinWait();
		}
		if (work.id == null) {
			throw new IllegalStateException("The newspaper takes no article even before the drill");
		}
		return work.id;
	}

	private synchronized Work begin() {
		int chance = this.random.nextInt(100);
		if (chance < 15) {
			return begin(new Act[] { Act.CREATE, Act.EDIT });
		}
		if (chance < 40) {
			return begin(new Act[] { Act.CREATE, Act.PUBLISH, Act.RETRACT });
		}
		if (chance < 70) {
			return begin(new Act[] { Act.CREATE, Act.PUBLISH, Act.EDIT, Act.CORRECT });
		}
		return begin(new Act[] { Act.CREATE, Act.EDIT, Act.PUBLISH, Act.EDIT, Act.PUBLISH, Act.RETRACT });
	}

	private synchronized Work begin(Act[] acts) {
		this.begun++;
		return new Work("%sn%04d".formatted(this.prefix, this.begun), acts);
	}

	static String draft(String title) {
		return """
				{ "title": "%s", "lead": "Mở đầu.", "sourceMark": "QPTĐ", "kind": "article", "section": "thoi-su",
				  "tags": ["Diễn tập"], "authors": [{"name": "Phương Linh"}],
				  "body": {"type": "doc", "content": [
				    {"type": "paragraph", "content": [{"type": "text", "text": "Nội dung của %s."}]}]} }"""
			.formatted(title, title);
	}

	private final class Work {

		private final String token;

		private final Act[] acts;

		private int next;

		private int version;

		private String saved = "";

		private volatile @Nullable String id;

		private String revision = "";

		private String page = "/";

		private Work(String token, Act[] acts) {
			this.token = token;
			this.acts = acts;
		}

		/**
		 * Does what is next.
		 * @return whether there is more to do
		 */
		private boolean step(long due) {
			Act act = this.acts[this.next];
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
			var json = written.answer().json();
			if (json.has("revision") && json.has("id")) {
				this.id = json.path("id").asString();
				this.revision = json.path("revision").asString();
				this.page = json.path("url").asString(this.page);
				Desk.this.ids.put(this.token, this.id);
			}
			else {
				this.revision = current().path("revision").asString();
			}
			String id = this.id;
			if (id != null && (act == Act.PUBLISH || act == Act.CORRECT)) {
				Desk.this.freshness.watchTitle(id, this.saved, written.entry().settled());
			}
			if (id != null && act == Act.RETRACT) {
				Desk.this.freshness.watchGone(id, this.page, written.entry().settled());
			}
			this.next++;
			return this.next < this.acts.length;
		}

		private String title() {
			this.version++;
			return "Tin %s bản %d".formatted(this.token, this.version);
		}

		private Written create(long due) {
			this.saved = title();
			return Desk.this.writing.write(
					Kind.NEWSROOM, due, Act.CREATE, this.token, this.saved, () -> send("POST", "/api/newsroom/articles",
							draft(this.saved), "Idempotency-Key", "create-" + this.token),
					(answer) -> answer.status() == 201);
		}

		private Written edit(long due) {
			String before = this.saved;
			this.saved = title();
			Written written = Desk.this.writing.write(Kind.NEWSROOM, due, Act.EDIT, this.token, this.saved,
					() -> send("PUT", "/api/newsroom/articles/" + this.id, draft(this.saved), "If-Match", ifMatch()),
					(answer) -> answer.status() == 200);
			if (!written.accepted()) {
				this.saved = before;
			}
			return written;
		}

		private Written act(long due, Act act, String path, String body) {
			return Desk.this.writing.write(Kind.NEWSROOM, due, act, this.token, this.saved,
					() -> send("POST", "/api/newsroom/articles/" + this.id + "/" + path, body, "If-Match", ifMatch(),
							"Idempotency-Key", path + "-" + this.token + "-" + this.revision),
					(answer) -> answer.status() == 200);
		}

		private String ifMatch() {
			return "\"" + this.revision + "\"";
		}

		private tools.jackson.databind.JsonNode current() {
			return send("GET", "/api/newsroom/articles/" + this.id, null).json();
		}

		private Answer send(String method, String path, @Nullable String json, String... headers) {
			String[] all = new String[headers.length + 2];
			System.arraycopy(headers, 0, all, 0, headers.length);
			all[headers.length] = "Authorization";
			all[headers.length + 1] = Desk.this.bearer;
			return Desk.this.site.send(method, path, json, all);
		}

	}

}
