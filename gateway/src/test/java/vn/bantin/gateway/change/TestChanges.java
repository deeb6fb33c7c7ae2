package vn.bantin.gateway.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes that a test makes. */
public class TestChanges implements Changes {

	private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();

	private final Map<String, Change.Article> articles = new ConcurrentHashMap<>();

	private final Map<String, Change.Tally> tallies = new ConcurrentHashMap<>();

	private volatile boolean current = true;

	private volatile String seen = "articles-0:7";

	@Override
	public void listen(Consumer<Change> listener) {
		this.listeners.add(listener);
	}

	@Override
	public boolean isCurrent() {
		return this.current;
	}

	@Override
	public Optional<String> seen() {
		return Optional.of(this.seen);
	}

	@Override
	public Optional<Change.Article> article(String id) {
		return Optional.ofNullable(this.articles.get(id));
	}

	@Override
	public Optional<Change.Tally> tally(String article) {
		return Optional.ofNullable(this.tallies.get(article));
	}

	/** Whether the topics are heard of. */
	public void current(boolean current) {
		this.current = current;
	}

	/** How far they are known. */
	public void seen(String seen) {
		this.seen = seen;
	}

	/** Forgets all that was told. */
	public void forget() {
		this.articles.clear();
		this.tallies.clear();
		this.current = true;
	}

	/** Tells of an article. */
	public void article(String id, long revision, Change.Article.Kind kind, Tag... lists) {
		Set<Tag> tags = Stream.concat(Stream.of(Tag.article(id), Tag.ARTICLES), Stream.of(lists))
			.collect(Collectors.toSet());
		Change.Article change = new Change.Article(id, revision, kind, "Bài đăng nhầm", tags, Instant.now());
		this.articles.put(id, change);
		tell(change);
	}

	/** Tells of a tally. */
	public void tally(String article, long version, String json) {
		Change.Tally change = new Change.Tally(article, version, json, Set.of(Tag.tally(article), Tag.TALLIES),
				Instant.now());
		this.tallies.put(article, change);
		tell(change);
	}

	/** Tells of any change. */
	public void tell(Change change) {
		this.listeners.forEach((listener) -> listener.accept(change));
	}

}
