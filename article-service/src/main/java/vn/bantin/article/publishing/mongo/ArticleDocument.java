package vn.bantin.article.publishing.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Article.Correction;
import vn.bantin.article.publishing.Article.Live;
import vn.bantin.article.publishing.Article.Retraction;
import vn.bantin.article.publishing.Article.State;
import vn.bantin.article.publishing.Articles.Version;
import vn.bantin.article.publishing.Content;

/** An article as a document, and back. */
final class ArticleDocument {

	private static final JsonMapper json = JsonMapper.builder().build();

	private ArticleDocument() {
	}

	static Document of(Article article) {
		Document document = new Document("_id", article.id()).append("revision", article.revision())
			.append("state", article.state().code())
			.append("content", content(article.content()))
			.append("addresses", article.addresses())
			.append("saved", Date.from(article.saved()))
			.append("savedBy", article.savedBy());
		Live live = article.live();
		document.append("live", (live != null) ? live(live) : null);
		Retraction retraction = article.retraction();
		document.append("retraction",
				(retraction != null)
						? new Document("reason", retraction.reason()).append("at", Date.from(retraction.at()))
							.append("published", Date.from(retraction.published()))
						: null);
		return document;
	}

	static Article read(Document document) {
		return new Article(document.getString("_id"), revision(document), state(document),
				content(required(document, "content")), live(document.get("live", Document.class)),
				document.getList("addresses", String.class), retraction(document.get("retraction", Document.class)),
				instant(document, "saved"), document.getString("savedBy"));
	}

	/** A version that a later one is about to replace. */
	static Document version(Article article) {
		return new Document("article", article.id()).append("revision", article.revision())
			.append("state", article.state().code())
			.append("content", content(article.content()))
			.append("saved", Date.from(article.saved()))
			.append("savedBy", article.savedBy());
	}

	static Version version(Document document) {
		return new Version(revision(document), content(required(document, "content")), state(document),
				instant(document, "saved"), document.getString("savedBy"));
	}

	private static Document live(Live live) {
		return new Document("content", content(live.content())).append("published", Date.from(live.published()))
			.append("modified", Date.from(live.modified()))
			.append("corrections",
					live.corrections()
						.stream()
						.map((it) -> new Document("text", it.text()).append("at", Date.from(it.at())))
						.toList());
	}

	private static @Nullable Live live(@Nullable Document document) {
		if (document == null) {
			return null;
		}
		List<Correction> corrections = document.getList("corrections", Document.class)
			.stream()
			.map((it) -> new Correction(it.getString("text"), instant(it, "at")))
			.toList();
		return new Live(content(required(document, "content")), instant(document, "published"),
				instant(document, "modified"), corrections);
	}

	private static @Nullable Retraction retraction(@Nullable Document document) {
		return (document == null) ? null
				: new Retraction(document.getString("reason"), instant(document, "at"), instant(document, "published"));
	}

	@SuppressWarnings("unchecked")
	private static Document content(Content content) {
		return new Document((Map<String, Object>) json.convertValue(content.json(), Map.class));
	}

	private static Content content(Document document) {
		return Content.read(json.valueToTree(document));
	}

	private static State state(Document document) {
		String code = document.getString("state");
		return State.of(code)
			.orElseThrow(() -> new IllegalStateException("Unknown state " + code + " of " + document.get("_id")));
	}

	private static long revision(Document document) {
		return Objects.requireNonNull(document.get("revision", Number.class)).longValue();
	}

	private static Instant instant(Document document, String field) {
		return Objects.requireNonNull(document.getDate(field)).toInstant();
	}

	private static Document required(Document document, String field) {
		return Objects.requireNonNull(document.get(field, Document.class));
	}

}
