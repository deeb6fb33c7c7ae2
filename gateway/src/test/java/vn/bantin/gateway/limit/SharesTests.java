package vn.bantin.gateway.limit;

import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SharesTests {

	private final Shares shares = new Shares();

	private final Map<RouteClass, Integer> refused = new EnumMap<>(RouteClass.class);

	@Test
	void refusesTheLeastImportantFirst() {
		ask(100, 0.2);
		assertThat(refused(RouteClass.LIVE)).isBetween(75, 85);
		assertThat(refused(RouteClass.VOTE)).isLessThan(5);
		assertThat(refused(RouteClass.PAGE) + refused(RouteClass.NEWSROOM)).isZero();
	}

	@Test
	void refusesTheNextWhenTheFirstDoesNotSuffice() {
		ask(100, 0.5);
		assertThat(refused(RouteClass.LIVE)).isGreaterThanOrEqualTo(95);
		assertThat(refused(RouteClass.VOTE)).isGreaterThanOrEqualTo(90);
		assertThat(refused(RouteClass.PAGE)).isLessThan(5);
		assertThat(refused(RouteClass.NEWSROOM)).isZero();
	}

	@Test
	void refusesTheNewsroomLast() {
		ask(100, 0.95);
		assertThat(refused(RouteClass.PAGE)).isGreaterThanOrEqualTo(90);
		assertThat(refused(RouteClass.NEWSROOM)).isBetween(75, 85);
	}

	@Test
	void forgetsWhoAskedBefore() {
		for (int i = 0; i < 1000; i++) {
			this.shares.take(RouteClass.LIVE, 0);
		}
		this.shares.pass(20);
		ask(100, 0.5);
		assertThat(refused(RouteClass.VOTE)).isGreaterThanOrEqualTo(90);
	}

	/** As many of four classes. */
	private void ask(int each, double share) {
		for (int i = 0; i < each; i++) {
			for (RouteClass kind : new RouteClass[] { RouteClass.LIVE, RouteClass.VOTE, RouteClass.PAGE,
					RouteClass.NEWSROOM }) {
				if (this.shares.take(kind, share)) {
					this.refused.merge(kind, 1, Integer::sum);
				}
			}
		}
	}

	private int refused(RouteClass kind) {
		return this.refused.getOrDefault(kind, 0);
	}

}
