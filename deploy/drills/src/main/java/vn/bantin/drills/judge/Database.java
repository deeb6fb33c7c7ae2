package vn.bantin.drills.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import org.bson.Document;

import vn.bantin.drills.judge.Evidence.Stored;

/** The services' databases, read past the services. */
public final class Database implements AutoCloseable {

	private final MongoClient client;

	/**
	 * Connects lazily.
	 * @param uri where it is
	 */
	public Database(String uri) {
		this.client = MongoClients.create(MongoClientSettings.builder()
			.applyConnectionString(new ConnectionString(uri))
			.timeout(20, TimeUnit.SECONDS)
			.build());
	}

	/**
	 * The articles whose title has a token.
	 * @param token the pattern of the titles, with the token as its group
	 * @return the articles by token
	 */
	public Map<String, List<Stored>> articles(Pattern token) {
		Map<String, List<Stored>> found = new HashMap<>();
		for (Document document : this.client.getDatabase("article-service").getCollection("articles").find()) {
			String saved = title(document);
			Matcher matcher = token.matcher(saved);
			if (matcher.find()) {
				Document live = document.get("live", Document.class);
				boolean retracted = document.getString("state").equals("retracted");
				found.computeIfAbsent(matcher.group(1), (it) -> new ArrayList<>())
					.add(new Stored(saved, (live != null && !retracted) ? title(live) : "", retracted));
			}
		}
		return found;
	}

	private static String title(Document document) {
		return document.get("content", Document.class).getString("title");
	}

	/**
	 * How many votes an article has, without withdrawn ones.
	 * @param article its id
	 * @return the number
	 */
	public int ballots(String article) {
		return (int) this.client.getDatabase("rating-service")
			.getCollection("votes")
			.countDocuments(Filters.and(Filters.eq("article", article), Filters.eq("state", "cast")));
	}

	@Override
	public void close() {
		this.client.close();
	}

}
