package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import vn.bantin.drills.newspaper.Pause;

/**
 * After a power cut everything starts at once, in any order, and waits for the others.
 */
final class ColdStart implements Scenario {

	private static final Duration ABSENT = Duration.ofSeconds(15);

	/** As the fault matrix has it. */
	private static final Duration READY = Duration.ofSeconds(30);

	/** Twice as long: what is ready still has to compile what the load needs. */
	private static final Duration WELL = READY.multipliedBy(2);

	private static final List<String> LAST = List.of("kafka", "mongodb");

	@Override
	public String id() {
		return "F33";
	}

	@Override
	public String breaks() {
		return "everything is killed at once and started in any order, Kafka and MongoDB last";
	}

	@Override
	public String seen() {
		return "For a minute a reader hardly gets a page and an editor cannot write; then everything that was ever "
				+ "accepted is there, for the data team too.";
	}

	/** Room for six cold processes to warm up beside the load. */
	@Override
	public double spread() {
		return 1.5 * setup().spread();
	}

	@Override
	public Limits limits() {
		return Limits.onlyRecovery(WELL, Duration.ofSeconds(90));
	}

	@Override
	public void happen(Stage stage) {
		stage.await(0.08);
		List<String> parts = new ArrayList<>(stage.platform().parts());
		parts.parallelStream().forEach(stage.platform()::kill);
		parts.removeAll(LAST);
		Collections.shuffle(parts, stage.random());
		parts.forEach(stage.platform()::launch);
		Pause.of(ABSENT);
		for (String part : parts) {
			if (!stage.platform().process(part).isAlive()) {
				stage.breach(part + " exits instead of waiting for Kafka and MongoDB");
				stage.platform().launch(part);
			}
		}
		LAST.forEach(stage.platform()::launch);
		stage.mend();
		long begin = System.nanoTime();
		for (String part : stage.platform().parts()) {
			stage.awaitReady(part);
		}
		Duration took = Duration.ofNanos(System.nanoTime() - begin);
		stage.remark("all ready after %.1f s, order %s".formatted(took.toMillis() / 1000.0, String.join(" ", parts)));
		if (took.compareTo(stage.patient(READY)) > 0) {
			stage.breach("not everything was ready %d s after the last part was started"
				.formatted(stage.patient(READY).toSeconds()));
		}
	}

}
