package vn.bantin.local.system;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import vn.bantin.local.launcher.Supervisor;
import vn.bantin.local.system.Newspaper.Answer;
import vn.bantin.local.system.Newspaper.Desk;
import vn.bantin.local.system.Newspaper.VisitingReader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Promise 1: no accepted write is lost, doubled or undone, whichever one process is
 * killed. Clients do what good clients do: when no answer came, they say the same again,
 * with the same idempotency key.
 */
@ExtendWith(RunningNewspaper.class)
class KillIntegrationTests {

	private static final int READERS = 40;

	/** A service that is killed here starts without an AOT cache, under load. */
	private static final Duration RECOVERY = Duration.ofMinutes(3);

	private final AtomicBoolean writing = new AtomicBoolean(true);

	@Test
	void losesAndDoublesNothingWhenServicesAreKilledInTurn(Newspaper newspaper, Desks desks, Supervisor platform)
			throws Exception {
		Desk editor = newspaper.desk(desks.editor());
		String rated = editor.publishNew("Bài được chấm điểm khi máy hỏng").json().path("id").asString();
		await().until(() -> newspaper.newReader().rate(rated, 1).status() == 200);
		Map<VisitingReader, Integer> votes = new ConcurrentHashMap<>();
		Map<String, String> articles = new ConcurrentHashMap<>();

		try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < READERS; i++) {
				VisitingReader reader = newspaper.newReader();
				Random random = new Random(i);
				running.add(clients.submit(() -> {
					reader.visit();
					do {
						int stars = 1 + random.nextInt(5);
						untilAccepted(200, () -> reader.rate(rated, stars));
						votes.put(reader, stars);
					}
					while (this.writing.get());
					return null;
				}));
			}
			for (int i = 0; i < 2; i++) {
				int desk = i;
				running.add(clients.submit(() -> {
					for (int n = 0; this.writing.get(); n++) {
						publish(editor, "Tin số %d của bàn %d".formatted(n, desk), articles);
					}
					return null;
				}));
			}
			try {
				for (String service : List.of("article-service", "rating-service", "widget-service", "gateway")) {
					awaitProgress(articles, running);
					platform.kill(service);
					platform.start(service);
					await().atMost(RECOVERY).until(() -> newspaper.get("/api/widgets/exchange-rates").status() == 200);
				}
				awaitProgress(articles, running);
			}
			finally {
				this.writing.set(false);
			}
			for (Future<?> client : running) {
				client.get();
			}
		}

		assertThat(votes).hasSize(READERS);
		int sum = 1 + votes.values().stream().mapToInt(Integer::intValue).sum();
		await().atMost(RECOVERY).untilAsserted(() -> {
			JsonNode rating = newspaper.get("/api/articles/" + rated + "/rating").json();
			assertThat(rating.path("count").asInt()).isEqualTo(READERS + 1);
			assertThat(rating.path("sum").asInt()).isEqualTo(sum);
		});
		await().atMost(RECOVERY).untilAsserted(() -> {
			List<String> titles = titles(newspaper);
			assertThat(titles.stream().filter((title) -> title.startsWith("Tin số")).toList())
				.containsExactlyInAnyOrderElementsOf(articles.keySet());
		});
		articles.forEach((title, id) -> assertThat(newspaper.get("/api/articles/" + id).json().path("title").asString())
			.isEqualTo(title));
	}

	private static void awaitProgress(Map<String, String> articles, List<Future<?>> clients) {
		int before = articles.size();
		await().atMost(RECOVERY).until(() -> {
			for (Future<?> client : clients) {
				if (client.isDone()) {
					client.get();
				}
			}
			return articles.size() > before + 3;
		});
	}

	private static void publish(Desk editor, String title, Map<String, String> published) throws Exception {
		String key = UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)).toString();
		Answer created = untilAccepted(201, () -> editor.create(Newspaper.draft(title), key));
		String id = created.json().path("id").asString();
		untilAccepted(200, () -> editor.publish(id, Newspaper.revision(created)));
		published.put(title, id);
	}

	/**
	 * Repeats the same call while the answer is lost (0) or says that nothing was
	 * accepted (5xx).
	 */
	private static Answer untilAccepted(int status, Callable<Answer> call) throws Exception {
		List<Answer> accepted = new ArrayList<>();
		await().atMost(RECOVERY).pollInterval(Duration.ofMillis(100)).pollDelay(Duration.ZERO).until(() -> {
			Answer answer = call.call();
			assertThat(answer.status()).as(answer.body())
				.satisfiesAnyOf((it) -> assertThat(it).isEqualTo(status), (it) -> assertThat(it).isZero(),
						(it) -> assertThat(it).isBetween(500, 599));
			if (answer.status() == status) {
				accepted.add(answer);
			}
			return !accepted.isEmpty();
		});
		return accepted.getFirst();
	}

	private static List<String> titles(Newspaper newspaper) {
		List<String> titles = new ArrayList<>();
		String next = "/api/articles?limit=100";
		while (!next.isEmpty()) {
			JsonNode list = newspaper.get(next).json();
			titles.addAll(list.path("items").findValuesAsString("title"));
			next = list.path("next").asString("");
		}
		return titles;
	}

}
