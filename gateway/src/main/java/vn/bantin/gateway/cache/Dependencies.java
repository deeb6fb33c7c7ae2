package vn.bantin.gateway.cache;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;
import vn.bantin.gateway.change.Tag;

/**
 * What an answer depends on, noted while it is made. It travels in the Reactor context of
 * an answer that is made for everybody; where there is none the answer is for one caller.
 */
public final class Dependencies {

	private final Set<Tag> tags = ConcurrentHashMap.newKeySet();

	private volatile boolean behind;

	private volatile boolean incomplete;

	private volatile long revision;

	private volatile long tally;

	/**
	 * The dependencies of the answer that is being made.
	 * @param context the Reactor context
	 * @return empty when the answer is for one caller
	 */
	public static Optional<Dependencies> of(ContextView context) {
		return context.getOrEmpty(Dependencies.class);
	}

	/**
	 * Notes something when an answer for everybody is being made.
	 * @param <T> what goes on
	 * @param result goes on
	 * @param note what to note
	 * @return the result
	 */
	public static <T> Mono<T> note(T result, Consumer<Dependencies> note) {
		return Mono.deferContextual((context) -> {
			of(context).ifPresent(note);
			return Mono.just(result);
		});
	}

	Context in(Context context) {
		return context.put(Dependencies.class, this);
	}

	/**
	 * The answer shows these.
	 * @param shown what it shows
	 */
	public void on(Collection<Tag> shown) {
		this.tags.addAll(shown);
	}

	/** A part is older than what is known to have changed. */
	public void behind() {
		this.behind = true;
	}

	/** A part did not come in time and was left out. */
	public void incomplete() {
		this.incomplete = true;
	}

	/**
	 * The answer is about this state of an article.
	 * @param revision its revision, which only rises
	 */
	public void revision(long revision) {
		this.revision = revision;
	}

	/**
	 * The answer shows this state of the tally that it is about.
	 * @param version its version, which only rises
	 */
	public void tally(long version) {
		this.tally = version;
	}

	Set<Tag> tags() {
		return Set.copyOf(this.tags);
	}

	boolean isBehind() {
		return this.behind;
	}

	boolean isIncomplete() {
		return this.incomplete;
	}

	Version version() {
		return new Version(this.revision, this.tally);
	}

}
