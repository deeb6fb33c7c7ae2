package vn.bantin.article.publishing;

import vn.bantin.service.cloudevent.CloudEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Articles for tests without a database. */
public final class ArticlesInMemory implements Articles {

	private static final Comparator<Article> ORDER = Comparator.comparing(Article::saved)
		.reversed()
		.thenComparing(Article::id);

	private final Map<String, List<Article>> versions = new HashMap<>();

	private final Map<String, String> created = new HashMap<>();

	private final Set<String> requests = new HashSet<>();

	private final List<CloudEvent> announcements = new ArrayList<>();

	private @Nullable Runnable overtaking;

	/**
	 * What was announced.
	 * @return the oldest first
	 */
	public List<CloudEvent> announcements() {
		return this.announcements;
	}

	/**
	 * Lets somebody else be faster than the next change.
	 * @param faster what is done after that change has read the article
	 */
	void overtakeWith(Runnable faster) {
		this.overtaking = faster;
	}

	/** Forgets everything. */
	public void clear() {
		this.versions.clear();
		this.created.clear();
		this.requests.clear();
		this.announcements.clear();
	}

	@Override
	public Optional<Article> find(String id) {
		return Optional.ofNullable(this.versions.get(id)).map(List::getLast);
	}

	@Override
	public Article add(Article article, @Nullable String idempotencyKey) {
		if (idempotencyKey != null) {
			String earlier = this.created.putIfAbsent(idempotencyKey, article.id());
			if (earlier != null) {
				return find(earlier).orElseThrow();
			}
		}
		this.versions.put(article.id(), new ArrayList<>(List.of(article)));
		return article;
	}

	@Override
	public boolean replace(Article before, Article after, @Nullable CloudEvent event, @Nullable String idempotencyKey) {
		Runnable faster = this.overtaking;
		if (faster != null) {
			this.overtaking = null;
			faster.run();
		}
		List<Article> all = Objects.requireNonNull(this.versions.get(before.id()));
		if (all.getLast().revision() != before.revision()) {
			return false;
		}
		all.add(after);
		if (event != null) {
			this.announcements.add(event);
		}
		if (idempotencyKey != null) {
			this.requests.add(before.id() + idempotencyKey);
		}
		return true;
	}

	@Override
	public boolean accepted(String id, String idempotencyKey) {
		return this.requests.contains(id + idempotencyKey);
	}

	@Override
	public List<Version> versions(String id) {
		return this.versions.getOrDefault(id, List.of())
			.reversed()
			.stream()
			.map((it) -> new Version(it.revision(), it.content(), it.state(), it.saved(), it.savedBy()))
			.toList();
	}

	@Override
	public List<Article> newest(Article.@Nullable State state, @Nullable Place after, int limit) {
		return this.versions.values()
			.stream()
			.map(List::getLast)
			.filter((it) -> state == null || it.state() == state)
			.sorted(ORDER)
			.filter((it) -> after == null || isAfter(it, after))
			.limit(limit)
			.toList();
	}

	private static boolean isAfter(Article article, Place place) {
		int time = article.saved().compareTo(place.saved());
		return time < 0 || time == 0 && article.id().compareTo(place.id()) > 0;
	}

}
