package vn.bantin.drills.newspaper;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The newsroom's API as one logged-in editor uses it. */
public final class Newsroom {

	private static final String ARTICLES = "/api/newsroom/articles";

	private final Site site;

	private final String authorization;

	/**
	 * Works with a login.
	 * @param site the newspaper
	 * @param token the editor's access token
	 */
	public Newsroom(Site site, String token) {
		this.site = site;
		this.authorization = "Bearer " + token;
	}

	/**
	 * Creates a draft.
	 * @param draft its JSON
	 * @param idempotencyKey the same for each repeat of this request
	 * @return the answer, 201 when it was accepted
	 */
	public Answer create(String draft, String idempotencyKey) {
		return send("POST", "", draft, "Idempotency-Key", idempotencyKey);
	}

	/**
	 * Saves another text.
	 * @param id of the article
	 * @param revision that is replaced
	 * @param draft its JSON
	 * @return the answer, 200 when it was accepted
	 */
	public Answer edit(String id, String revision, String draft) {
		return send("PUT", "/" + id, draft, "If-Match", quoted(revision));
	}

	/**
	 * Publishes, corrects or retracts an article.
	 * @param id of the article
	 * @param revision that it has
	 * @param action {@code publish} or {@code retract}
	 * @param body the JSON that the action takes
	 * @param idempotencyKey the same for each repeat of this request
	 * @return the answer, 200 when it was accepted
	 */
	public Answer act(String id, String revision, String action, String body, String idempotencyKey) {
		return send("POST", "/" + id + "/" + action, body, "If-Match", quoted(revision), "Idempotency-Key",
				idempotencyKey);
	}

	/**
	 * Reads an article as the newsroom sees it.
	 * @param id of the article
	 * @return the answer
	 */
	public Answer get(String id) {
		return send("GET", "/" + id, null);
	}

	private static String quoted(String revision) {
		return "\"" + revision + "\"";
	}

	private Answer send(String method, String path, @Nullable String json, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.addAll(List.of("Authorization", this.authorization));
		return this.site.send(method, ARTICLES + path, json, all.toArray(String[]::new));
	}

}
