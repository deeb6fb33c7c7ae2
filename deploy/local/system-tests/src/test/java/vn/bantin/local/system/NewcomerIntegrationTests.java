package vn.bantin.local.system;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.bantin.local.system.Newspaper.Answer;
import vn.bantin.local.system.Newspaper.Desk;
import vn.bantin.local.system.Newspaper.VisitingReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the README tells a newcomer to do, done. */
@ExtendWith(RunningNewspaper.class)
class NewcomerIntegrationTests {

	@Test
	void publishesReadsRatesAndRetracts(Newspaper newspaper, Desks desks) {
		Desk editor = newspaper.desk(desks.editor());

		Answer published = editor.publishNew("Một ngày ở bến sông");
		assertThat(published.status()).as(published.body()).isEqualTo(200);
		String id = published.json().path("id").asString();
		String url = published.json().path("url").asString();

		await().untilAsserted(() -> {
			assertThat(newspaper.get("/api/articles?limit=100").json().path("items").findValuesAsString("id"))
				.contains(id);
			assertThat(newspaper.get("/api/articles/" + id).json().path("title").asString())
				.isEqualTo("Một ngày ở bến sông");
			assertThat(newspaper.page(url).select("h1").text()).isEqualTo("Một ngày ở bến sông");
		});

		await().until(() -> newspaper.newReader().rating(id).status() == 200);
		List<VisitingReader> readers = Stream.generate(newspaper::newReader).limit(3).toList();
		rate(readers.get(0), id, 5);
		rate(readers.get(1), id, 3);
		rate(readers.get(2), id, 4);

		await().untilAsserted(() -> assertThat(newspaper.page(url).text())
			.contains("Tổng số điểm của bài viết là: 12 trong 3 đánh giá"));

		rate(readers.get(2), id, 1);
		assertThat(readers.get(1).withdraw(id).status()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(newspaper.page(url).text())
			.contains("Tổng số điểm của bài viết là: 6 trong 2 đánh giá"));
		assertThat(readers.get(2).rating(id).json().path("mine").asInt()).isEqualTo(1);

		Answer retracted = editor.retract(id, Newspaper.revision(published), "Bài đăng nhầm");
		assertThat(retracted.status()).as(retracted.body()).isEqualTo(200);
		await().untilAsserted(() -> {
			Answer gone = newspaper.get("/api/articles/" + id);
			assertThat(gone.status()).isEqualTo(410);
			assertThat(gone.json().path("reason").asString()).isEqualTo("Bài đăng nhầm");
			assertThat(newspaper.get(url).status()).isEqualTo(410);
			assertThat(newspaper.get("/api/articles?limit=100").json().path("items").findValuesAsString("id"))
				.doesNotContain(id);
		});
		await().untilAsserted(() -> assertThat(readers.get(0).rate(id, 2).status()).isEqualTo(409));
	}

	/**
	 * The service hears of a new article through Kafka, so the first vote may have to
	 * come again.
	 */
	private static void rate(VisitingReader reader, String id, int stars) {
		await().untilAsserted(() -> {
			Answer answer = reader.rate(id, stars);
			assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		});
	}

}
