package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import vn.bantin.drills.fault.Records;

/** Events that come twice, late and in any order change nothing. */
final class ShuffledRepeats implements Scenario {

	private static final List<String> TOPICS = List.of("articles", "votes", "tallies");

	private static final int MOST = 4000;

	private static final int FEWEST = 150;

	@Override
	public String id() {
		return "F17";
	}

	@Override
	public String breaks() {
		return "events of articles, votes and tallies come one to five times more, shuffled";
	}

	@Override
	public String seen() {
		return "A reader and an editor notice nothing; the data team ignores old revisions, as documented.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(15), Duration.ofSeconds(10));
	}

	@Override
	public void happen(Stage stage) {
		int repeated = 0;
		try (Records records = new Records(stage.platform().kafkaBrokers())) {
			for (double moment : new double[] { 0.2, 0.4, 0.6 }) {
				stage.await(moment);
				for (ConsumerRecord<byte[], byte[]> event : shuffled(stage, records)) {
					if (!stage.isBefore(moment + 0.15)) {
						break;
					}
					records.repeat(event);
					repeated++;
				}
			}
		}
		stage.mend();
		stage.remark(repeated + " repeats");
		if (repeated < stage.atLeast(FEWEST)) {
			stage.breach("only %d repeats: too few to prove anything".formatted(repeated));
		}
	}

	/** The events of this drill so far, each one to five times. */
	private static List<ConsumerRecord<byte[], byte[]>> shuffled(Stage stage, Records records) {
		long since = System.currentTimeMillis() - stage.elapsed().toMillis();
		List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
		for (String topic : TOPICS) {
			records.in(topic)
				.stream()
				.filter((it) -> it.timestamp() >= since && !Records.isPlanted(it))
				.forEach((it) -> events.addAll(Collections.nCopies(1 + stage.random().nextInt(5), it)));
		}
		Collections.shuffle(events, stage.random());
		return events.subList(0, Math.min(MOST, events.size()));
	}

}
