package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.GroupNotEmptyException;

import vn.bantin.drills.fault.Records;
import vn.bantin.drills.newspaper.Answer;
import vn.bantin.drills.newspaper.Pause;
import vn.bantin.local.harness.Folder;

/** Every view can be thrown away. */
final class RebuiltViews implements Scenario {

	private static final Duration DRAIN = Duration.ofSeconds(25);

	private static final Duration AGAIN = Duration.ofSeconds(30);

	private static final Duration SESSION = Duration.ofSeconds(30);

	private static final int MOST_LOOKS = 40;

	private static final int SEARCHED = 10;

	/** The last one counts votes, which must not be counted again. */
	private static final List<String> GROUPS = List.of("rating-service.reading", "rating-service.ratable",
			"rating-service.tally.2");

	/** The topics that rating-service folds. */
	private static final List<String> TOPICS = List.of("votes", "articles");

	@Override
	public String id() {
		return "F34";
	}

	@Override
	public String breaks() {
		return "the index, the tallies, what may be rated and the offsets are thrown away, and all is folded again";
	}

	@Override
	public String seen() {
		return "While the only article-service is away a reader gets no article and an editor cannot write; afterwards "
				+ "every answer is the same, byte for byte; the data team notices nothing.";
	}

	@Override
	public Limits limits() {
		return Limits.onlyRecovery(Duration.ofSeconds(25), Duration.ofSeconds(45));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.15);
		throwArticlesAway(stage);
		stage.start("article-service");
		throwTalliesAway(stage);
		int events = events(stage);
		stage.mustFold(events);
		stage.remark(events + " events to be folded again");
		stage.mend();
		stage.start("rating-service");
	}

	@Override
	public void afterwards(Stage stage) {
		Map<String, String> before = settled(stage);
		throwArticlesAway(stage);
		long begin = System.nanoTime();
		stage.start("article-service");
		stage.remark("article-service back with a new index after %.1f s".formatted(secondsSince(begin)));
		throwTalliesAway(stage);
		begin = System.nanoTime();
		stage.start("rating-service");
		Map<String, String> after = new TreeMap<>();
		Stage.await(stage.patient(AGAIN), () -> {
			after.putAll(look(stage));
			return after.equals(before);
		});
		before.forEach((path, answer) -> {
			if (!answer.equals(after.get(path))) {
				stage.breach("%s differs after the rebuild: %s instead of %s".formatted(path, after.get(path), answer));
			}
		});
		stage.remark("%d answers compared, %.1f s after rating-service was started with nothing else to do"
			.formatted(before.size(), secondsSince(begin)));
	}

	private static double secondsSince(long begin) {
		return (System.nanoTime() - begin) / 1e9;
	}

	/** The answers once two looks in a row are equal and none is a 5xx. */
	private static Map<String, String> settled(Stage stage) {
		Map<String, String> last = look(stage);
		for (int i = 0; i < MOST_LOOKS; i++) {
			Pause.of(Duration.ofMillis(500));
			Map<String, String> now = look(stage);
			if (now.equals(last) && now.values().stream().noneMatch((answer) -> answer.startsWith("5"))) {
				return now;
			}
			last = now;
		}
		stage.breach("the answers do not settle");
		return last;
	}

	private static Map<String, String> look(Stage stage) {
		Map<String, String> answers = new TreeMap<>();
		stage.load().articles().values().forEach((id) -> answers.put("/api/articles/" + id, ""));
		stage.load().rated().forEach((id) -> answers.put("/api/articles/" + id + "/rating", ""));
		answers.put("/api/articles?section=thoi-su&limit=100", "");
		// A longer list's cursor holds a score, which may change.
		stage.load()
			.articles()
			.keySet()
			.stream()
			.sorted()
			.limit(SEARCHED)
			.forEach((token) -> answers.put("/api/articles?q=" + token, ""));
		answers.put("/api/tags", "");
		answers.replaceAll((path, nothing) -> {
			Answer answer = stage.site().getAnew(path);
			return answer.status() + " " + answer.text();
		});
		return answers;
	}

	private static void throwArticlesAway(Stage stage) {
		stage.platform().process("article-service").stop(DRAIN);
		Folder.delete(stage.folder("article-service"));
	}

	/** As in the runbook: stop, drop, delete the groups' offsets, start. */
	private static void throwTalliesAway(Stage stage) {
		stage.platform().process("rating-service").stop(DRAIN);
		Folder.delete(stage.folder("rating-service"));
		try (MongoClient client = MongoClients.create(stage.platform().mongodbUri())) {
			client.getDatabase("rating-service").getCollection("tallies").drop();
			client.getDatabase("rating-service").getCollection("articles").drop();
		}
		try (Admin admin = Admin
			.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stage.platform().kafkaBrokers()))) {
			for (String group : GROUPS) {
				// A stopped instance may stay a member for some seconds.
				if (!Stage.await(SESSION, () -> isDeleted(admin, group))) {
					throw new IllegalStateException("The group " + group + " still has members");
				}
			}
		}
	}

	private static int events(Stage stage) {
		try (Records records = new Records(stage.platform().kafkaBrokers())) {
			return TOPICS.stream().mapToInt((topic) -> records.in(topic).size()).sum();
		}
	}

	private static boolean isDeleted(Admin admin, String group) {
		try {
			admin.deleteConsumerGroups(List.of(group)).all().get();
			return true;
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof GroupNotEmptyException) {
				return false;
			}
			throw new IllegalStateException("The group %s cannot be deleted: %s".formatted(group, ex.getCause()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
