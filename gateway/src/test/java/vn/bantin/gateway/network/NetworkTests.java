package vn.bantin.gateway.network;

import java.net.InetAddress;

import io.netty.util.NetUtil;
import org.junit.jupiter.api.Test;
import vn.bantin.gateway.network.Network.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkTests {

	@Test
	void widensAnIpv4AddressOnce() throws Exception {
		Network address = network("203.0.113.200");
		assertThat(address.widening()).containsExactly(new Network(Kind.IPV4_32, 0xcb0071c8L),
				new Network(Kind.IPV4_24, 0xcb007100L));
		assertThat(network("203.0.113.1").widening().getLast()).isEqualTo(address.widening().getLast());
		assertThat(network("203.0.114.200").widening()).doesNotContainAnyElementsOf(address.widening());
	}

	@Test
	void widensAnIpv6NetworkTwice() throws Exception {
		Network address = network("2001:db8:1:2345:6789::1");
		assertThat(address.widening()).containsExactly(new Network(Kind.IPV6_64, 0x20010db800012345L),
				new Network(Kind.IPV6_56, 0x20010db800012300L), new Network(Kind.IPV6_48, 0x20010db800010000L));
		assertThat(network("2001:db8:1:2345::ffff")).isEqualTo(address);
	}

	@Test
	void countsMappedAddressesAsIpv4() throws Exception {
		byte[] mapped = NetUtil.createByteArrayFromIpAddressString("::ffff:203.0.113.7");
		assertThat(mapped).hasSize(16);
		assertThat(Network.of(mapped)).isEqualTo(network("203.0.113.7"));
		assertThat(network("::1").kind()).isEqualTo(Kind.IPV6_64);
	}

	@Test
	void neverPrintsAnAddress() throws Exception {
		assertThat(network("203.0.113.7")).hasToString("IPV4_32");
	}

	private static Network network(String address) throws Exception {
		return Network.of(InetAddress.getByName(address));
	}

}
