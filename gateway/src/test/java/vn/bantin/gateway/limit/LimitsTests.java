package vn.bantin.gateway.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.bantin.gateway.network.Network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The limits that are shipped, in virtual time. */
class LimitsTests {

	private static final String SCHOOL = "203.0.113.7";

	private final VirtualTime time = new VirtualTime();

	private final Limits limits = new Limits(ShippedLimits.with("1"), this.time);

	@Test
	void letsTwoHundredReadersBehindOneAddressReadAndVote() {
		Random random = new Random(7);
		List<Visit> visits = new ArrayList<>();
		for (int reader = 0; reader < 200; reader++) {
			String name = "reader-" + reader;
			for (int page = 0; page < 20; page++) {
				Duration at = Duration.ofMillis(random.nextInt(600_000));
				visits.add(new Visit(at, RouteClass.PAGE, name));
				visits.add(new Visit(at, RouteClass.WIDGET, name));
				for (int picture = 0; picture < 8; picture++) {
					visits.add(new Visit(at, RouteClass.ASSET, name));
				}
			}
			visits.add(new Visit(Duration.ofMillis(random.nextInt(600_000)), RouteClass.VOTE, name));
			visits.add(new Visit(Duration.ofMillis(random.nextInt(600_000)), RouteClass.VOTE, name));
			visits.add(new Visit(Duration.ofMillis(random.nextInt(600_000)), RouteClass.SEARCH, name));
		}
		visits.sort(Comparator.comparing(Visit::at));
		List<Visit> refused = visits.stream().filter((visit) -> {
			this.time.at(visit.at());
			return !take(visit.kind(), SCHOOL, visit.kind().isLimitedByReader() ? visit.reader() : null).admitted();
		}).toList();
		assertThat(refused).hasSizeLessThanOrEqualTo(visits.size() / 100);
		assertThat(refused.stream().filter((visit) -> visit.kind() == RouteClass.VOTE).count()).isLessThanOrEqualTo(4);
	}

	@ParameterizedTest
	@EnumSource
	void refusesOneAddressThatHammers(RouteClass kind) {
		long limit = ShippedLimits.with("1")
			.limits()
			.filter((each) -> each.kind() == kind && each.scope() == Scope.IPV4_32)
			.findFirst()
			.orElseThrow()
			.perMinute();
		long admitted = IntStream.range(0, (int) limit * 2).filter((i) -> take(kind, SCHOOL, null).admitted()).count();
		assertThat(admitted).isEqualTo(limit);
	}

	@Test
	void saysWhenToComeAgain() {
		exhaust(RouteClass.VOTE, SCHOOL, 60);
		Standing refused = take(RouteClass.VOTE, SCHOOL, null);
		assertThat(refused.admitted()).isFalse();
		assertThat(refused.secondsUntilAgain()).isEqualTo(1);
		this.time.advance(Duration.ofSeconds(1));
		assertThat(take(RouteClass.VOTE, SCHOOL, null).admitted()).isTrue();
		assertThat(take(RouteClass.VOTE, SCHOOL, null).admitted()).isFalse();
	}

	@Test
	void limitsAReaderWhoseAddressIsNotAtItsLimit() {
		IntStream.range(0, 10).forEach((i) -> assertThat(take(RouteClass.VOTE, SCHOOL, "eager").admitted()).isTrue());
		Standing refused = take(RouteClass.VOTE, "198.51.100.1", "eager");
		assertThat(refused.admitted()).isFalse();
		assertThat(refused.limit().scope()).isEqualTo(Scope.READER);
		assertThat(refused.secondsUntilAgain()).isEqualTo(6);
		assertThat(take(RouteClass.VOTE, SCHOOL, "another").admitted()).isTrue();
	}

	@Test
	void limitsWhoTakesAnotherReaderForEachVote() {
		long admitted = IntStream.range(0, 500)
			.filter((i) -> take(RouteClass.VOTE, SCHOOL, "forged-" + i).admitted())
			.count();
		assertThat(admitted).isEqualTo(60);
	}

	@Test
	void limitsNeighboursTogether() {
		long admitted = IntStream.range(0, 256 * 10)
			.filter((i) -> take(RouteClass.VOTE, "203.0.113." + i % 256, null).admitted())
			.count();
		assertThat(admitted).isEqualTo(600);
	}

	@Test
	void limitsWhoRotatesThroughAnIpv6Customer() {
		long within56 = IntStream.range(0, 256 * 10)
			.filter((i) -> take(RouteClass.VOTE, "2001:db8:0:%x::%x".formatted(i % 256, i), null).admitted())
			.count();
		assertThat(within56).isEqualTo(300);
		long within48 = IntStream.iterate(256, (i) -> i < 65_536, (i) -> i + 16)
			.filter((i) -> take(RouteClass.VOTE, "2001:db8:0:%x::1".formatted(i), null).admitted())
			.count();
		assertThat(within56 + within48).isEqualTo(1000);
		assertThat(take(RouteClass.VOTE, "2001:db8:1::1", null).admitted()).isTrue();
	}

	@Test
	void takesNoTokenForWhatItRefuses() {
		IntStream.range(0, 10).forEach((i) -> exhaust(RouteClass.VOTE, "203.0.113." + i, 60));
		assertThat(take(RouteClass.VOTE, SCHOOL.replace("7", "99"), "patient").limit().scope())
			.isEqualTo(Scope.IPV4_24);
		this.time.advance(Duration.ofSeconds(1));
		IntStream.range(0, 10)
			.forEach((i) -> assertThat(take(RouteClass.VOTE, "203.0.113.99", "patient").admitted()).isTrue());
	}

	@Test
	void countsClassesApart() {
		exhaust(RouteClass.SEARCH, SCHOOL, 120);
		assertThat(take(RouteClass.SEARCH, SCHOOL, null).admitted()).isFalse();
		assertThat(take(RouteClass.PAGE, SCHOOL, null).admitted()).isTrue();
	}

	@Test
	void multipliesAllByOneFactor() {
		Limits generous = new Limits(ShippedLimits.with("2.5"), this.time);
		long admitted = IntStream.range(0, 500)
			.filter((i) -> generous.take(RouteClass.VOTE, network(SCHOOL), null).admitted())
			.count();
		assertThat(admitted).isEqualTo(150);
		assertThat(ShippedLimits.with("off").factor().isOff()).isTrue();
	}

	@Test
	void refusesAFactorThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> LimitFactor.valueOf("0"));
		assertThatIllegalArgumentException().isThrownBy(() -> LimitFactor.valueOf("-1"));
		assertThatIllegalArgumentException().isThrownBy(() -> LimitFactor.valueOf("many"));
	}

	@Test
	void writesStructuredFields() {
		Standing standing = take(RouteClass.VOTE, SCHOOL, "reader");
		assertThat(standing.policyField()).isEqualTo("\"vote-reader\";q=10;w=60");
		assertThat(standing.field()).isEqualTo("\"vote-reader\";r=9;t=6");
	}

	private void exhaust(RouteClass kind, String address, int times) {
		IntStream.range(0, times).forEach((i) -> assertThat(take(kind, address, null).admitted()).isTrue());
	}

	private Standing take(RouteClass kind, String address, @Nullable String reader) {
		return this.limits.take(kind, network(address), reader);
	}

	private static List<Network> network(String address) {
		try {
			return Network.of(InetAddress.getByName(address)).widening();
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private record Visit(Duration at, RouteClass kind, String reader) {
	}

}
