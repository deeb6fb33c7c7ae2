package vn.bantin.gateway.site.story;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.cache.Dependencies;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Changes;
import vn.bantin.gateway.change.Tag;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.site.answer.Answers;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.answer.PageRefused;

/** Gets articles, lists of them and the sections. */
@Component
public class Stories {

	private final Answers answers;

	private final Function<String, Mono<Optional<StoryList>>> lists;

	private final Function<String, Mono<Optional<List<Name>>>> sections;

	/**
	 * The sections hardly ever change, and every page shows them: the last known ones
	 * bridge an outage.
	 */
	private final AtomicReference<List<Name>> lastSections = new AtomicReference<>(List.of());

	private final Changes changes;

	Stories(Answers answers, Changes changes) {
		this.answers = answers;
		this.changes = changes;
		this.lists = answers.cachedLists(StoryList::read);
		this.sections = answers.cached(Origin.ARTICLE, (fields) -> Name.readAll(fields.list("items")));
	}

	/**
	 * The article that a page is about. Nobody has to be asked about one that is gone,
	 * and nobody can bring it back.
	 * @param id the article's id
	 * @return the article; fails with {@link PageRefused} when there is none to show
	 */
	public Mono<Story> story(String id) {
		Optional<Change.Article> gone = this.changes.article(id).filter(Change.Article::isGone);
		if (gone.isPresent()) {
			return Dependencies.note(gone.get(), (dependencies) -> dependencies.on(List.of(Tag.article(id))))
				.flatMap((article) -> Mono.error(new PageRefused(HttpStatus.GONE, article.reason())));
		}
		return this.answers.required("/api/articles/" + id)
			.flatMap((fields) -> Mono.justOrEmpty(Story.read(fields)))
			.flatMap((story) -> Dependencies.note(story, (dependencies) -> note(story, dependencies)))
			.switchIfEmpty(Mono.error(() -> new PageRefused(HttpStatus.SERVICE_UNAVAILABLE)));
	}

	private void note(Story story, Dependencies dependencies) {
		dependencies.revision(story.revision());
		if (this.changes.article(story.id()).filter((told) -> told.revision() > story.revision()).isPresent()) {
			dependencies.behind();
		}
	}

	/**
	 * The list that a page is about.
	 * @param query the query for article-service, encoded
	 * @return the list; fails with {@link PageRefused} when there is none to show
	 */
	public Mono<StoryList> list(String query) {
		return this.answers.required("/api/articles?" + query).map(StoryList::read);
	}

	/**
	 * A list beside what a page is about.
	 * @param query the query for article-service, encoded
	 * @return the articles, none when they did not come in time
	 */
	public Mono<List<Story>> listBeside(String query) {
		return this.lists.apply("/api/articles?" + query).map((list) -> list.map(StoryList::items).orElse(List.of()));
	}

	/**
	 * The sections of the paper.
	 * @return the last known ones when they did not come in time
	 */
	public Mono<List<Name>> sections() {
		return this.sections.apply("/api/sections").map((found) -> {
			found.filter((names) -> !names.isEmpty()).ifPresent(this.lastSections::set);
			return found.orElseGet(this.lastSections::get);
		});
	}

}
