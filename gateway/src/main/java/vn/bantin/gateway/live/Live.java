package vn.bantin.gateway.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Changes;

/** Tells open pages of changes; the one thread of all streams. */
@Component
class Live implements ApplicationListener<ContextClosedEvent>, Ordered, DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Live.class);

	private static final int TICK_MILLIS = 50;

	/** When the pages come back, so that not all come at once. */
	private static final int SOONEST_MILLIS = 1_000;

	private static final int LATEST_MILLIS = 10_000;

	private static final JsonMapper json = JsonMapper.builder().build();

	private final RandomGenerator random = RandomGenerator.getDefault();

	private final ScheduledExecutorService thread = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("live").factory());

	private final Broadcast broadcast = new Broadcast(System::nanoTime, this.random);

	private final ApplicationContext context;

	private final Changes changes;

	private final WidgetStates widgets;

	private volatile boolean closing;

	Live(ApplicationContext context, Changes changes, WidgetClient client, MeterRegistry meters) {
		this.context = context;
		this.changes = changes;
		this.widgets = new WidgetStates(changes, client::state, this.broadcast, this.thread);
		FunctionCounter.builder("bantin.gateway.live.sent", this.broadcast, Broadcast::sent).register(meters);
		changes.listen(this::onChange);
		this.thread.scheduleAtFixedRate(guarded(this.broadcast::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** The executor would forget a task that failed once. */
	private static Runnable guarded(Runnable task) {
		return () -> {
			try {
				task.run();
			}
			catch (RuntimeException ex) {
				logger.error("Not everybody was told", ex);
			}
		};
	}

	ScheduledExecutorService thread() {
		return this.thread;
	}

	/** Whether new streams would have to end at once. */
	boolean isClosing() {
		return this.closing;
	}

	private void onChange(Change change) {
		Subject subject = Subject.of(change);
		boolean widget = change instanceof Change.Forecast || change instanceof Change.ExchangeRates;
		if (widget) {
			this.widgets.note(subject, Subject.version(change));
		}
		if (this.broadcast.isWatched(subject)) {
			this.thread.execute(
					guarded(widget ? () -> this.widgets.find(subject) : () -> this.broadcast.offer(event(change))));
		}
	}

	private static LiveEvent event(Change change) {
		return LiveEvent.of(Subject.of(change), Subject.version(change), switch (change) {
			case Change.Tally tally -> "{\"article\":\"" + tally.article() + "\"," + tally.json().substring(1);
			case Change.Article article -> json.writeValueAsString(ArticleChange.of(article));
			default -> throw new IllegalArgumentException("A widget's state is asked for");
		});
	}

	/**
	 * Begins to send: first what is newer than what the page has, so that nothing between
	 * drawing and connecting is missed.
	 * @param stream the stream, which can be written to
	 * @param wanted what its page wants
	 */
	void begin(Stream stream, Wanted wanted) {
		this.thread.execute(guarded(() -> {
			this.broadcast.join(stream, wanted.subjects());
			ByteArrayOutputStream first = new ByteArrayOutputStream();
			first.writeBytes(retry());
			wanted.subjects()
				.stream()
				.flatMap((subject) -> state(subject).stream())
				.filter((event) -> wanted.isNews(event.subject(), event.version()))
				.forEach((event) -> first.writeBytes(event.bytes()));
			stream.send(first.toByteArray());
		}));
	}

	/** The line that tells a page when to come back once its stream has ended. */
	byte[] retry() {
		return "retry: %d\n\n".formatted(this.random.nextInt(SOONEST_MILLIS, LATEST_MILLIS))
			.getBytes(StandardCharsets.US_ASCII);
	}

	private Optional<LiveEvent> state(Subject subject) {
		return switch (subject.kind()) {
			case TALLY -> this.changes.tally(subject.name()).map(Live::event);
			case ARTICLE -> this.changes.article(subject.name()).map(Live::event);
			case WEATHER, EXCHANGE_RATES -> this.widgets.find(subject);
		};
	}

	void leave(Stream stream, Wanted wanted) {
		this.thread.execute(guarded(() -> this.broadcast.leave(stream, wanted.subjects())));
	}

	/** Before the connections drain, since streams would keep them. */
	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// Contexts below this one publish to it as well.
		if (event.getApplicationContext() == this.context) {
			this.closing = true;
			this.thread.execute(guarded(this.broadcast::end));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void destroy() {
		this.thread.shutdown();
	}

	/**
	 * What happened to an article, as pages are told.
	 *
	 * @param id the article
	 * @param what such as {@code corrected}
	 * @param revision its revision
	 * @param reason why it was retracted
	 */
	private record ArticleChange(String id, String what, long revision, @Nullable String reason) {

		static ArticleChange of(Change.Article article) {
			return new ArticleChange(article.id(), article.kind().name().toLowerCase(Locale.ROOT), article.revision(),
					article.reason());
		}

	}

}
