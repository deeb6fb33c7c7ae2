package vn.bantin.drills.scenario;

import java.util.List;

/** All scenarios, in the order in which they are best run. */
public final class Scenarios {

	private static final List<Scenario> ALL = List.of(new Calm(), new RatingServiceKilled(), new WidgetServiceKilled(),
			new BrokerKilled(), new BrokerHangs(), new DatabaseKilled(), new DatabaseHangs(), new LostReplies(),
			new SlowProviders(), new HostileProviders(), new PoisonRecords(), new ShuffledRepeats(),
			new HalfOpenConnections(), new RebuiltViews(), new ColdStart(), new DiskFull(), new ArticleServiceKilled(),
			new GatewayKilled(), new RollingRestart(), new Zombie(), new RebalanceStorm(), new ReaderSeesThePast());

	private Scenarios() {
	}

	/**
	 * All scenarios.
	 * @return in the order of their setups
	 */
	public static List<Scenario> all() {
		return ALL;
	}

}
