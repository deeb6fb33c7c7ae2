package vn.bantin.gateway.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClientNetworksTests {

	private static final String PROXY = "10.0.0.1";

	private final ClientNetworks behindProxies = new ClientNetworks(List.of("10.0.0.0/8", "2001:db8:ffff::/48"),
			ForwardedHeader.X_FORWARDED_FOR);

	private final ClientNetworks standard = new ClientNetworks(List.of("10.0.0.0/8"), ForwardedHeader.FORWARDED);

	@Test
	void believesNobodyByDefault() throws Exception {
		ClientNetworks alone = new ClientNetworks(List.of(), ForwardedHeader.X_FORWARDED_FOR);
		for (int i = 0; i < 200; i++) {
			assertThat(ask(alone, "203.0.113.7", "X-Forwarded-For", "198.51.100." + i))
				.isEqualTo(network("203.0.113.7"));
		}
	}

	@Test
	void believesNoStrangerWhereThereAreProxies() throws Exception {
		assertThat(ask(this.behindProxies, "203.0.113.7", "X-Forwarded-For", "198.51.100.1"))
			.isEqualTo(network("203.0.113.7"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "198.51.100.1 | 198.51.100.1", "6.6.6.6, 198.51.100.1 | 198.51.100.1",
					"6.6.6.6, 198.51.100.1, 10.9.9.9, 10.0.0.2 | 198.51.100.1", "10.1.1.1, 198.51.100.1 | 198.51.100.1",
					"198.51.100.1:4711 | 198.51.100.1", "[2001:db8::1]:443 | 2001:db8::1", "2001:db8::1 | 2001:db8::1",
					"6.6.6.6,2001:db8::1, 2001:db8:ffff::1 | 2001:db8::1", "::ffff:198.51.100.1 | 198.51.100.1",
					"10.0.0.7, 10.0.0.8 | 10.0.0.7" })
	void takesTheLastAddressThatIsNoProxys(String header, String client) throws Exception {
		assertThat(ask(this.behindProxies, PROXY, "X-Forwarded-For", header)).isEqualTo(network(client));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "unknown", "198.51.100.1, evil", "198.51.100", "198.51.100.256", "0x7f.1",
			"2130706433", "fe80::1%eth0", "198.51.100.1:", "198.51.100.1:123456", "[2001:db8::1", "localhost",
			"198.51.100.1," })
	void countsTheProxyItselfWhereTheLastAddressIsNone(String header) throws Exception {
		assertThat(ask(this.behindProxies, PROXY, "X-Forwarded-For", header)).isEqualTo(network(PROXY));
	}

	@Test
	void readsRepeatedLinesAsOne() throws Exception {
		Network client = this.behindProxies.of(new InetSocketAddress(PROXY, 1),
				(name) -> List.of("6.6.6.6", "198.51.100.1, 10.0.0.3"));
		assertThat(client).isEqualTo(network("198.51.100.1"));
	}

	@Test
	void readsAThousandHops() throws Exception {
		assertThat(ask(this.behindProxies, PROXY, "X-Forwarded-For", "6.6.6.6, ".repeat(1000) + "198.51.100.1"))
			.isEqualTo(network("198.51.100.1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "for=198.51.100.1 | 198.51.100.1",
					"for=6.6.6.6, For=\"[2001:db8::1]:4711\";proto=https | 2001:db8::1",
					"for=6.6.6.6, proto=http;by=10.0.0.1;FOR=198.51.100.1, for=10.0.0.2 | 198.51.100.1",
					"for=6.6.6.6, for=_hidden | 10.0.0.1", "for=6.6.6.6, proto=https | 10.0.0.1",
					"for=6.6.6.6;for=198.51.100.1 | 10.0.0.1", "for=\"6.6.6.6, for=198.51.100.1 | 198.51.100.1" })
	void readsTheStandardHeader(String header, String client) throws Exception {
		assertThat(ask(this.standard, PROXY, "Forwarded", header)).isEqualTo(network(client));
	}

	@Test
	void ignoresTheHeaderThatItsProxiesDoNotWrite() throws Exception {
		assertThat(ask(this.behindProxies, PROXY, "Forwarded", "for=6.6.6.6")).isEqualTo(network(PROXY));
		assertThat(ask(this.standard, PROXY, "X-Forwarded-For", "6.6.6.6")).isEqualTo(network(PROXY));
	}

	@Test
	void knowsAProxyThatComesByMappedAddress() throws Exception {
		assertThat(ask(this.behindProxies, "::ffff:10.0.0.1", "X-Forwarded-For", "198.51.100.1"))
			.isEqualTo(network("198.51.100.1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1", "10.0.0.0/33", "proxy.example/24", "10.0.0.0/x", "/8", "2001:db8::/129" })
	void refusesAProxyThatIsNoNetwork(String proxy) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ClientNetworks(List.of(proxy), ForwardedHeader.FORWARDED))
			.withMessageContaining(proxy)
			.withMessageContaining("10.0.0.0/8");
	}

	private static Network ask(ClientNetworks networks, String peer, String header, String value) throws Exception {
		Map<String, List<String>> headers = Map.of(header, List.of(value));
		return networks.of(new InetSocketAddress(InetAddress.getByName(peer), 4711),
				(name) -> headers.getOrDefault(name, List.of()));
	}

	private static Network network(String address) throws Exception {
		return Network.of(InetAddress.getByName(address));
	}

}
