package vn.bantin.article.publishing.mongo;

import vn.bantin.service.outbox.OutboxDocument;
import vn.bantin.service.cloudevent.CloudEvent;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import vn.bantin.article.publishing.Article;
import vn.bantin.article.publishing.Article.State;
import vn.bantin.article.publishing.Articles;

/**
 * Articles in MongoDB. A change is one compare-and-set of one document. The version it
 * replaces is first copied to {@code revisions}, under an id that makes a repetition
 * harmless: whenever the process is killed, no saved version is lost and none is kept
 * that was not accepted.
 */
@Repository
class MongoArticles implements Articles {

	/** How many idempotency keys are kept per article. */
	private static final int REQUESTS = 20;

	private final MongoCollection<Document> articles;

	private final MongoCollection<Document> revisions;

	private volatile boolean indexed;

	MongoArticles(MongoDatabase database) {
		this.articles = database.getCollection("articles");
		this.revisions = database.getCollection("revisions");
	}

	/**
	 * Not at startup: the service starts and answers readers without its database.
	 */
	private void createIndexes() {
		if (this.indexed) {
			return;
		}
		this.articles.createIndex(Indexes.ascending("creationKey"), new IndexOptions().unique(true).sparse(true));
		// Partial, so that counting what is pending reads nothing else.
		OutboxDocument.createIndex(this.articles);
		this.articles.createIndex(Indexes.compoundIndex(Indexes.descending("saved"), Indexes.ascending("_id")));
		this.revisions.createIndex(Indexes.ascending("article"));
		this.indexed = true;
	}

	@Override
	public Optional<Article> find(String id) {
		return Optional.ofNullable(this.articles.find(Filters.eq(id)).first()).map(ArticleDocument::read);
	}

	@Override
	public Article add(Article article, @Nullable String idempotencyKey) {
		createIndexes();
		Document document = OutboxDocument.prepare(ArticleDocument.of(article));
		if (idempotencyKey != null) {
			document.append("creationKey", idempotencyKey);
		}
		try {
			this.articles.insertOne(document);
			return article;
		}
		catch (MongoWriteException ex) {
			if (ex.getError().getCategory() != ErrorCategory.DUPLICATE_KEY || idempotencyKey == null) {
				throw ex;
			}
			Document earlier = this.articles.find(Filters.eq("creationKey", idempotencyKey)).first();
			return ArticleDocument.read(Objects.requireNonNull(earlier));
		}
	}

	@Override
	public boolean replace(Article before, Article after, @Nullable CloudEvent event, @Nullable String idempotencyKey) {
		this.revisions.replaceOne(Filters.eq(before.id() + "/" + before.revision()), ArticleDocument.version(before),
				new ReplaceOptions().upsert(true));
		Document state = ArticleDocument.of(after);
		state.remove("_id");
		List<Bson> update = new ArrayList<>();
		state.forEach((field, value) -> update.add(Updates.set(field, value)));
		if (event != null) {
			update.add(OutboxDocument.add(event));
		}
		if (idempotencyKey != null) {
			update.add(Updates.pushEach("requests", List.of(idempotencyKey), new PushOptions().slice(-REQUESTS)));
		}
		Bson unchanged = Filters.and(Filters.eq(before.id()), Filters.eq("revision", before.revision()));
		return this.articles.updateOne(unchanged, Updates.combine(update)).getMatchedCount() == 1;
	}

	@Override
	public boolean accepted(String id, String idempotencyKey) {
		Bson same = Filters.and(Filters.eq(id), Filters.eq("requests", idempotencyKey));
		return this.articles.find(same).projection(Projections.include("_id")).first() != null;
	}

	@Override
	public List<Version> versions(String id) {
		List<Version> versions = new ArrayList<>();
		find(id).ifPresent((current) -> {
			versions.add(ArticleDocument.version(ArticleDocument.version(current)));
			// The copy is made before its successor is accepted, so the newest copy may
			// be the current version.
			Bson older = Filters.and(Filters.eq("article", id), Filters.lt("revision", current.revision()));
			this.revisions.find(older).sort(Sorts.descending("revision")).map(ArticleDocument::version).into(versions);
		});
		return versions;
	}

	@Override
	public List<Article> newest(@Nullable State state, @Nullable Place after, int limit) {
		List<Bson> wanted = new ArrayList<>();
		if (state != null) {
			wanted.add(Filters.eq("state", state.code()));
		}
		if (after != null) {
			Date saved = Date.from(after.saved());
			wanted.add(Filters.or(Filters.lt("saved", saved),
					Filters.and(Filters.eq("saved", saved), Filters.gt("_id", after.id()))));
		}
		return this.articles.find(wanted.isEmpty() ? Filters.empty() : Filters.and(wanted))
			.sort(Sorts.orderBy(Sorts.descending("saved"), Sorts.ascending("_id")))
			.limit(limit)
			.map(ArticleDocument::read)
			.into(new ArrayList<>());
	}

}
