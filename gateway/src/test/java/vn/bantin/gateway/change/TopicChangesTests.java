package vn.bantin.gateway.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.change.Change.Article.Kind;
import vn.bantin.service.projection.Positions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

class TopicChangesTests {

	private static final String ID = "7w118k73yv";

	private static final Set<Tag> LISTS = Set.of(Tag.article(ID), Tag.ARTICLES, Tag.section("xay-dung-dang"),
			Tag.tag("ha-noi"), Tag.author("phuong-linh"), Tag.kind("article"));

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TopicChanges changes = new TopicChanges(new ReadingProgress(mock(Positions.class), () -> 0),
			this.meters);

	private final List<Change> heard = new ArrayList<>();

	@BeforeEach
	void listen() {
		this.changes.listen(this.heard::add);
	}

	@Test
	void tellsOfAnArticleAndTheListsThatItIsIn() {
		apply(TopicEvents.article("updated.v1.full"));
		assertThat(this.heard).containsExactly(
				new Change.Article(ID, 4, Kind.UPDATED, null, LISTS, Instant.parse("2026-11-23T09:00:00Z")));
		assertThat(this.changes.article(ID)).contains((Change.Article) this.heard.getFirst());
	}

	@Test
	void tellsWhatHappened() {
		apply(TopicEvents.article("published.v1.full"));
		apply(TopicEvents.article("updated.v1.full"));
		apply(TopicEvents.article("corrected.v1.full"));
		apply(TopicEvents.article("retracted.v1.full"));
		assertThat(this.heard).extracting((change) -> ((Change.Article) change).kind())
			.containsExactly(Kind.PUBLISHED, Kind.UPDATED, Kind.CORRECTED, Kind.RETRACTED);
	}

	@Test
	void tellsOfListsThatARetractedArticleLeaves() {
		apply(TopicEvents.article("corrected.v1.full"));
		apply(TopicEvents.article("retracted.v1.full"));
		Change.Article retracted = this.changes.article(ID).orElseThrow();
		assertThat(retracted.isGone()).isTrue();
		assertThat(retracted.reason()).isEqualTo("Bài đăng nhầm");
		assertThat(retracted.tags()).isEqualTo(LISTS);
	}

	@Test
	void tellsOfTheSectionThatAnArticleMovedFromOnlyOnce() {
		apply(TopicEvents.article("updated.v1.full"));
		apply(TopicEvents.article("corrected.v1.full", (json) -> json.replace("\"xay-dung-dang\"", "\"thoi-su\"")));
		assertThat(this.changes.article(ID).orElseThrow().tags()).contains(Tag.section("thoi-su"),
				Tag.section("xay-dung-dang"));
		apply(TopicEvents.article("corrected.v1.full", (json) -> json.replace("\"xay-dung-dang\"", "\"thoi-su\"")
			.replace("\"revision\": 5", "\"revision\": 6")));
		assertThat(this.changes.article(ID).orElseThrow().tags()).contains(Tag.section("thoi-su"))
			.doesNotContain(Tag.section("xay-dung-dang"));
	}

	@Test
	void ignoresWhatComesTwiceOrLate() {
		apply(TopicEvents.article("corrected.v1.full"));
		apply(TopicEvents.article("corrected.v1.full"));
		apply(TopicEvents.article("updated.v1.full"));
		apply(TopicEvents.tally("empty"));
		apply(TopicEvents.tally("empty"));
		apply(TopicEvents.tally("full"));
		apply(TopicEvents.forecast());
		apply(TopicEvents.forecast());
		apply(TopicEvents.board());
		apply(TopicEvents.board());
		assertThat(this.heard).hasSize(4);
		assertThat(this.changes.article(ID).orElseThrow().revision()).isEqualTo(5);
		assertThat(this.changes.tally(ID).orElseThrow().version()).isEqualTo(4);
	}

	@Test
	void tellsOfATallyAsReadersGetIt() {
		apply(TopicEvents.tally("full"));
		Change.Tally tally = this.changes.tally(ID).orElseThrow();
		assertThat(this.heard).containsExactly(tally);
		assertThat(tally.tags()).containsExactlyInAnyOrder(Tag.tally(ID), Tag.TALLIES);
		assertThat(JsonMapper.shared().readTree(tally.json())).isEqualTo(JsonMapper.shared().readTree("""
				{"sum":9,"count":2,"mean":4.5,"stars":{"1":0,"2":0,"3":0,"4":1,"5":1},"version":2,"mine":null}"""));
	}

	@Test
	void tellsOfForecastsAndBoards() {
		apply(TopicEvents.forecast());
		apply(TopicEvents.board());
		Instant fetched = Instant.parse("2026-11-23T05:20:00Z");
		assertThat(this.heard).containsExactly(new Change.Forecast("ha-noi", Set.of(Tag.forecast("ha-noi")), fetched),
				new Change.ExchangeRates(Set.of(Tag.EXCHANGE_RATES), fetched));
	}

	@Test
	void takesATypeOfTomorrowAsAnUpdateWhenItHasTheState() {
		apply(TopicEvents.article("updated.v1.full",
				(json) -> json.replace("article.updated.v1", "article.translated.v1").replace("edited", "translated")));
		assertThat(this.changes.article(ID).orElseThrow().kind()).isEqualTo(Kind.UPDATED);
	}

	@Test
	void ignoresATypeOfTomorrowWithoutTheState() {
		apply(TopicEvents.article("updated.v1.full", (json) -> json.replace("article.updated.v1", "article.read.v1")
			.replace("\"article\":", "\"reader\":")));
		assertThat(this.heard).isEmpty();
		assertThat(this.meters.counter("bantin.gateway.topics.ignored", "topic", "articles").count()).isOne();
	}

	@Test
	void refusesAKnownTypeWithoutTheState() {
		ConsumerRecord<byte[], byte[]> event = TopicEvents
			.received(TopicEvents.article("updated.v1.full", (json) -> json.replace("\"article\":", "\"reader\":")));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> this.changes.apply(event));
	}

	@Test
	void ignoresTombstones() {
		this.changes.apply(new ConsumerRecord<>("articles", 0, 0, new byte[0], null));
		assertThat(this.heard).isEmpty();
		assertThat(this.meters.counter("bantin.gateway.topics.events", "topic", "articles").count()).isOne();
	}

	@Test
	void goesOnWhenAListenerFails() {
		List<Change> others = new ArrayList<>();
		this.changes.listen((change) -> {
			throw new IllegalStateException("A listener's fault");
		});
		this.changes.listen(others::add);
		apply(TopicEvents.tally("full"));
		assertThat(others).hasSize(1);
	}

	@Test
	void forgetsEverythingWhenTheTopicsAreOthers() {
		apply(TopicEvents.article("corrected.v1.full"));
		apply(TopicEvents.tally("full"));
		this.changes.clear();
		assertThat(this.changes.article(ID)).isEmpty();
		assertThat(this.changes.tally(ID)).isEmpty();
		apply(TopicEvents.article("updated.v1.full"));
		assertThat(this.changes.article(ID).orElseThrow().revision()).isEqualTo(4);
	}

	private void apply(ProducerRecord<byte[], byte[]> event) {
		this.changes.apply(TopicEvents.received(event));
	}

}
