package vn.bantin.drills.scenario;

import java.time.Duration;
import java.util.List;

import vn.bantin.drills.fault.Fault;
import vn.bantin.drills.fault.Proxy;

/** A retry of a request that was done must have no second effect. */
final class LostReplies implements Scenario {

	private static final Fault WRITES = new Fault.DropReplies(0.55, List.of("POST ", "PUT ", "DELETE "));

	/** Of all messages, most of which are polls. */
	private static final Fault SOME = new Fault.DropReplies(0.02, List.of());

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	@Override
	public String id() {
		return "F12";
	}

	@Override
	public String breaks() {
		return "writes are delivered and their replies lost: of the services, of MongoDB, of Kafka";
	}

	@Override
	public String seen() {
		return "An editor and a voter have to retry, and nothing happens twice; a reader and the data team notice "
				+ "nothing.";
	}

	@Override
	public Limits limits() {
		return Limits.newsStay(Duration.ofSeconds(20), Duration.ofSeconds(45));
	}

	@Override
	public void happen(Stage stage) {
		long before = dropped(stage);
		long enough = stage.atLeast(500);
		stage.await(0.08);
		stage.wiring().between("gateway", "article-service").forEach((proxy) -> proxy.set(WRITES));
		stage.wiring().between("gateway", "rating-service").forEach((proxy) -> proxy.set(WRITES));
		stage.await(0.5);
		// On a slow machine there are few replies to lose in that time.
		Stage.await(PATIENCE, () -> dropped(stage) - before >= enough);
		stage.wiring().mend();
		stage.wiring().between("", "mongodb").forEach((proxy) -> proxy.set(SOME));
		stage.pause(0.1);
		stage.wiring().mend();
		stage.wiring().between("", "kafka").forEach((proxy) -> proxy.set(SOME));
		stage.pause(0.1);
		stage.mend();
		long dropped = dropped(stage) - before;
		stage.remark(dropped + " replies lost");
		if (dropped < enough) {
			stage.breach("only %d replies were lost, too few to prove anything".formatted(dropped));
		}
	}

	private static long dropped(Stage stage) {
		return stage.wiring().between("", "").stream().mapToLong(Proxy::dropped).sum();
	}

}
