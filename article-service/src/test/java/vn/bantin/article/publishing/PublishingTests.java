package vn.bantin.article.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import vn.bantin.article.publishing.Refusal.StaleRevision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What happens to a request that another one overtakes. */
class PublishingTests {

	private final ArticlesInMemory articles = new ArticlesInMemory();

	private final List<String> announced = new ArrayList<>();

	private final Publishing publishing = new Publishing(this.articles, Drafts.SECTIONS, this.announced::add,
			Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC));

	private final String id = this.publishing.create(Drafts.content(), "Linh", null).id();

	@Test
	void acceptsAnEditOvertakenByItsOwnRepetition() {
		Content changed = Drafts.read(Drafts.json().replace("Mở đầu.", "Khác."));
		this.articles.overtakeWith(() -> this.publishing.edit(this.id, 1, changed, "Linh"));

		assertThat(this.publishing.edit(this.id, 1, changed, "Linh").revision()).isEqualTo(2);
		assertThat(this.articles.versions(this.id)).hasSize(2);
	}

	@Test
	void refusesAnEditOvertakenByAnotherOne() {
		Content changed = Drafts.read(Drafts.json().replace("Mở đầu.", "Khác."));
		this.articles.overtakeWith(() -> this.publishing.edit(this.id, 1, changed, "Minh"));

		assertThatExceptionOfType(StaleRevision.class)
			.isThrownBy(() -> this.publishing.edit(this.id, 1, changed, "Linh"));
	}

	@Test
	void acceptsAPublicationOvertakenByItsOwnRepetition() {
		this.articles.overtakeWith(() -> this.publishing.publish(this.id, 1, null, "Linh", "k1"));

		assertThat(this.publishing.publish(this.id, 1, null, "Linh", "k1").revision()).isEqualTo(2);
		assertThat(this.announced).containsExactly(this.id);
	}

}
