package vn.bantin.article.publishing;

import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import vn.bantin.article.publishing.Article.State;
import vn.bantin.article.publishing.Change.Fact;
import vn.bantin.article.publishing.Refusal.WrongState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArticleTests {

	private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

	private final Article draft = Article.draft("ab12cd34ef", Drafts.content(), "Phóng viên", NOW);

	@Test
	void tellsNobodyOfDraft() {
		Change edited = this.draft.edit(renamed("Tên khác"), "Phóng viên", NOW);
		assertThat(edited.fact()).isNull();
		assertThat(edited.after().revision()).isEqualTo(2);
	}

	@Test
	void announcesFirstPublishing() {
		Change published = this.draft.publish(null, "Biên tập", NOW);
		assertThat(published.fact()).isInstanceOf(Fact.Published.class);
		assertThat(published.after().addresses()).containsExactly("/thoi-su/mot-ngay-o-ben-song-ab12cd34ef");
	}

	@Test
	void keepsLiveContentWhileDraftIsEdited() {
		Article edited = published().edit(renamed("Tên khác"), "Phóng viên", NOW).after();
		assertThat(Objects.requireNonNull(edited.live()).content().title()).isEqualTo("Một ngày ở bến sông");
		assertThat(edited.url()).isEqualTo("/thoi-su/mot-ngay-o-ben-song-ab12cd34ef");
	}

	@Test
	void namesChangedFieldsAndKeepsOldAddressWhenPublishedAgain() {
		Change again = published().edit(renamed("Tên khác"), "a", NOW).after().publish(null, "b", NOW);
		assertThat(again.fact()).isInstanceOfSatisfying(Fact.Updated.class,
				(it) -> assertThat(it.changed()).containsExactly("title"));
		assertThat(again.after().addresses()).containsExactly("/thoi-su/mot-ngay-o-ben-song-ab12cd34ef",
				"/thoi-su/ten-khac-ab12cd34ef");
	}

	@Test
	void addsCorrectionForReaders() {
		Change corrected = published().publish("Sai tên", "b", NOW);
		assertThat(corrected.fact()).isInstanceOf(Fact.Corrected.class);
		assertThat(Objects.requireNonNull(corrected.after().live()).corrections()).extracting("text")
			.containsExactly("Sai tên");
	}

	@Test
	void refusesToPublishNothingNew() {
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> published().publish(null, "b", NOW));
	}

	@Test
	void refusesToRetractDraft() {
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> this.draft.retract("vì", "b", NOW));
	}

	@Test
	void staysRetractedForGood() {
		Article retracted = published().retract("Đăng nhầm", "b", NOW).after();
		assertThat(retracted.state()).isEqualTo(State.RETRACTED);
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> retracted.publish(null, "b", NOW));
		assertThatExceptionOfType(WrongState.class).isThrownBy(() -> retracted.edit(Drafts.content(), "b", NOW));
	}

	private Article published() {
		return this.draft.publish(null, "Biên tập", NOW).after();
	}

	private static Content renamed(String title) {
		return Drafts.read(Drafts.json().replace("Một ngày ở bến sông", title));
	}

}
