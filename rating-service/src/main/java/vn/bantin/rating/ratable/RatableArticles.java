package vn.bantin.rating.ratable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import vn.bantin.service.mongo.Upserts;

/** The published articles, in MongoDB. */
@Component
public class RatableArticles {

	private final MongoCollection<Document> articles;

	private volatile boolean indexed;

	RatableArticles(MongoDatabase database) {
		this.articles = database.getCollection("articles");
	}

	/** Not at startup: the service starts without its database. */
	private void createIndex() {
		if (!this.indexed) {
			this.articles.createIndex(Indexes.ascending("open", "published"));
			this.indexed = true;
		}
	}

	/**
	 * Looks an article up.
	 * @param id its id
	 * @return empty when no event of it was ever read
	 */
	public Optional<RatableArticle> find(String id) {
		return Optional.ofNullable(this.articles.find(Filters.eq(id)).first()).map(RatableArticles::read);
	}

	/**
	 * The articles that may be rated and were published since.
	 * @param since the earliest time of publication
	 * @return in no particular order
	 */
	public List<RatableArticle> openSince(Instant since) {
		return this.articles.find(Filters.and(Filters.eq("open", true), Filters.gte("published", Date.from(since))))
			.map(RatableArticles::read)
			.into(new ArrayList<>());
	}

	/** Stores each article unless a newer revision is stored. */
	void store(List<RatableArticle> changed) {
		createIndex();
		Upserts.keepNewest(this.articles,
				Upserts.newest(changed, RatableArticle::id, Comparator.comparingLong(RatableArticle::revision))
					.map(RatableArticles::upsert)
					.toList());
	}

	private static UpdateOneModel<Document> upsert(RatableArticle article) {
		Bson older = Filters.and(Filters.eq(article.id()), Filters.lt("revision", article.revision()));
		List<Bson> state = new ArrayList<>(
				List.of(Updates.set("revision", article.revision()), Updates.set("url", article.url()),
						Updates.set("published", Date.from(article.published())), Updates.set("open", article.open())));
		if (!article.title().isEmpty()) {
			state.add(Updates.set("title", article.title()));
		}
		return Upserts.of(older, Updates.combine(state));
	}

	private static RatableArticle read(Document document) {
		return new RatableArticle(document.getString("_id"),
				Objects.requireNonNull(document.get("revision", Number.class)).longValue(),
				Objects.requireNonNullElse(document.getString("title"), ""), document.getString("url"),
				Objects.requireNonNull(document.getDate("published")).toInstant(), document.getBoolean("open", false));
	}

}
