package vn.bantin.gateway.network;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.bantin.gateway.AdvancedClock;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkPseudonymsTests {

	@TempDir
	Path folder;

	private final AdvancedClock clock = new AdvancedClock(
			Clock.fixed(Instant.parse("2026-11-28T23:30:00Z"), ZoneOffset.UTC));

	@Test
	void agreesAtEveryGateway() throws Exception {
		List<String> names = gateway().of(network("203.0.113.7"));
		assertThat(gateway().of(network("203.0.113.7"))).isEqualTo(names)
			.hasSize(2)
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("[\\w-]{22}"));
	}

	@Test
	void namesOnlyWhatIsShared() throws Exception {
		NetworkPseudonyms gateway = gateway();
		List<String> one = gateway.of(network("2001:db8:1:2345::1"));
		List<String> neighbour = gateway.of(network("2001:db8:1:2346::1"));
		assertThat(one).hasSize(3);
		assertThat(neighbour.subList(1, 3)).isEqualTo(one.subList(1, 3));
		assertThat(neighbour.getFirst()).isNotEqualTo(one.getFirst());
	}

	@Test
	void namesAllDifferentlyTheNextDay() throws Exception {
		NetworkPseudonyms gateway = gateway();
		List<String> names = gateway.of(network("203.0.113.7"));
		this.clock.advance(Duration.ofHours(1));
		gateway.renew();
		assertThat(gateway.of(network("203.0.113.7"))).doesNotContainAnyElementsOf(names)
			.isEqualTo(gateway().of(network("203.0.113.7")));
	}

	@Test
	void keepsNoKeyForLongerThanTwoDays() throws Exception {
		NetworkPseudonyms gateway = gateway();
		assertThat(this.folder).isDirectoryContaining("glob:**2026-11-28.key");
		this.clock.advance(Duration.ofDays(1));
		gateway.renew();
		this.clock.advance(Duration.ofDays(1));
		gateway.renew();
		try (var keys = Files.list(this.folder)) {
			assertThat(keys.map((key) -> key.getFileName().toString())).containsExactlyInAnyOrder("2026-11-29.key",
					"2026-11-30.key");
		}
	}

	@Test
	void keepsKeysForTheirOwnerOnly() throws Exception {
		gateway();
		try (var keys = Files.list(this.folder)) {
			assertThat(keys)
				.allSatisfy((key) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
					.isEqualTo("rw-------"));
		}
	}

	@Test
	void namesNetworksWhereNoKeyCanBeKept() throws Exception {
		Path file = Files.createFile(this.folder.resolve("no-folder"));
		NetworkPseudonyms gateway = new NetworkPseudonyms(new DailyKeys(file), this.clock);
		assertThat(gateway.of(network("203.0.113.7"))).hasSize(2).isEqualTo(gateway.of(network("203.0.113.7")));
		gateway.destroy();
	}

	private NetworkPseudonyms gateway() {
		NetworkPseudonyms gateway = new NetworkPseudonyms(new DailyKeys(this.folder), this.clock);
		gateway.destroy();
		return gateway;
	}

	private static Network network(String address) throws Exception {
		return Network.of(InetAddress.getByName(address));
	}

}
