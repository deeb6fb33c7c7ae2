package vn.bantin.article.publishing;

import vn.bantin.service.cloudevent.CloudEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import vn.bantin.article.publishing.Refusal.ArticleNotFound;
import vn.bantin.article.publishing.Refusal.InvalidInput;
import vn.bantin.article.publishing.Refusal.StaleRevision;
import vn.bantin.article.publishing.Refusal.WrongState;

/**
 * What the newsroom does with articles. Every change is based on a revision that the
 * caller has seen, and is refused when somebody else was faster.
 */
public final class Publishing {

	private final Articles articles;

	private final Announcer announcer;

	private final Consumer<String> announced;

	private final Clock clock;

	/**
	 * Creates the use cases.
	 * @param articles where articles are stored
	 * @param sections the newspaper's sections, whose names readers see
	 * @param announced receives the id of each article that has something to announce
	 * @param clock the time
	 */
	public Publishing(Articles articles, Sections sections, Consumer<String> announced, Clock clock) {
		this.articles = articles;
		this.announcer = new Announcer(sections);
		this.announced = announced;
		this.clock = clock;
	}

	/**
	 * Stores a new draft.
	 * @param content what was written
	 * @param by the writer's name
	 * @param idempotencyKey the same for every attempt of one request
	 * @return the stored article
	 */
	public Article create(Content content, String by, @Nullable String idempotencyKey) {
		return this.articles.add(Article.draft(Ids.random(), content, by, now()), idempotencyKey);
	}

	/**
	 * Loads an article as the newsroom sees it.
	 * @param id its id
	 * @return the article
	 * @throws ArticleNotFound if there is none
	 */
	public Article get(String id) {
		return this.articles.find(id).orElseThrow(() -> new ArticleNotFound(id));
	}

	/**
	 * The newsroom's articles, the newest saved first.
	 * @param state only those in this state; null for all
	 * @param after only those after this place in the list; null for the first page
	 * @param limit the most to return
	 * @return the articles
	 */
	public List<Article> newest(Article.@Nullable State state, Articles.@Nullable Place after, int limit) {
		return this.articles.newest(state, after, limit);
	}

	/**
	 * Every saved version.
	 * @param id the article
	 * @return the newest first
	 * @throws ArticleNotFound if there is none
	 */
	public List<Articles.Version> versions(String id) {
		get(id);
		return this.articles.versions(id);
	}

	/**
	 * Replaces the working copy. Repeated after a lost response, it succeeds again and
	 * changes nothing.
	 * @param id the article
	 * @param expected the revision that the editor saw
	 * @param content the new content
	 * @param by the editor's name
	 * @return the article with its new revision
	 * @throws ArticleNotFound if there is none
	 * @throws StaleRevision if it is no longer at that revision
	 * @throws WrongState if it was retracted
	 */
	public Article edit(String id, long expected, Content content, String by) {
		Article article = get(id);
		if (article.revision() == expected + 1 && article.content().equals(content) && article.savedBy().equals(by)) {
			return article;
		}
		return change(article, expected, null, (it) -> it.edit(content, by, now()),
				() -> edit(id, expected, content, by));
	}

	/**
	 * Makes the working copy what readers see.
	 * @param id the article
	 * @param expected the revision that the editor saw
	 * @param note what readers are told was corrected
	 * @param by the editor's name
	 * @param idempotencyKey the same for every attempt of one request
	 * @return the article with its new revision
	 * @throws ArticleNotFound if there is none
	 * @throws StaleRevision if it is no longer at that revision
	 * @throws WrongState if its state does not allow it
	 * @throws InvalidInput if the note is not 1 to 1,000 readable characters
	 */
	public Article publish(String id, long expected, @Nullable String note, String by,
			@Nullable String idempotencyKey) {
		String correction = (note != null) ? Text.note("correction", note) : null;
		return change(get(id), expected, idempotencyKey, (it) -> it.publish(correction, by, now()),
				() -> publish(id, expected, note, by, idempotencyKey));
	}

	/**
	 * Retracts a published article.
	 * @param id the article
	 * @param expected the revision that the editor saw
	 * @param reason what readers are told
	 * @param by the editor's name
	 * @param idempotencyKey the same for every attempt of one request
	 * @return the article with its new revision
	 * @throws ArticleNotFound if there is none
	 * @throws StaleRevision if it is no longer at that revision
	 * @throws WrongState if it is not published
	 * @throws InvalidInput if the reason is not 1 to 1,000 readable characters
	 */
	public Article retract(String id, long expected, String reason, String by, @Nullable String idempotencyKey) {
		String told = Text.note("reason", reason);
		return change(get(id), expected, idempotencyKey, (it) -> it.retract(told, by, now()),
				() -> retract(id, expected, reason, by, idempotencyKey));
	}

	private Article change(Article article, long expected, @Nullable String idempotencyKey,
			Function<Article, Change> rule, Supplier<Article> again) {
		if (idempotencyKey != null && this.articles.accepted(article.id(), idempotencyKey)) {
			return get(article.id());
		}
		if (article.revision() != expected) {
			throw new StaleRevision(article, expected);
		}
		Change change = rule.apply(article);
		CloudEvent event = (change.fact() != null) ? this.announcer.announce(change.fact()) : null;
		if (!this.articles.replace(article, change.after(), event, idempotencyKey)) {
			// Perhaps the faster one was the same request, sent twice.
			return again.get();
		}
		if (event != null) {
			this.announced.accept(article.id());
		}
		return change.after();
	}

	/** In milliseconds, the database's precision. */
	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
	}

}
