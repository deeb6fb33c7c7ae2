package vn.bantin.gateway.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import org.jspecify.annotations.Nullable;

/**
 * Finds the network that a request comes from. It is the peer's, unless the peer is one
 * of our own proxies. Proxies append the address of their peer to a header; read from its
 * end, the first address that is no proxy's is the client's, whatever the client itself
 * wrote before it.
 */
public final class ClientNetworks {

	/** What a connection without an IP address counts as: it does not leave the host. */
	private static final InetAddress HOST = InetAddress.getLoopbackAddress();

	private final List<IpSubnetFilterRule> proxies;

	private final ForwardedHeader header;

	/**
	 * Knows our proxies.
	 * @param proxies their networks, such as {@code 10.0.0.0/8} or
	 * {@code 2001:db8::1/128}
	 * @param header the header that they append to
	 * @throws IllegalArgumentException if one of the proxies is not written so
	 */
	ClientNetworks(List<String> proxies, ForwardedHeader header) {
		this.proxies = proxies.stream().map(ClientNetworks::rule).toList();
		this.header = header;
	}

	private static IpSubnetFilterRule rule(String cidr) {
		int slash = cidr.indexOf('/');
		InetAddress address = (slash < 0) ? null : Addresses.parse(cidr.substring(0, slash));
		try {
			if (address != null) {
				return new IpSubnetFilterRule(address, Integer.parseInt(cidr.substring(slash + 1)),
						IpFilterRuleType.ACCEPT);
			}
		}
		catch (IllegalArgumentException ex) {
			// Said below, with the value.
		}
		throw new IllegalArgumentException("The trusted proxy '" + cidr
				+ "' is not valid; allowed are networks such as 10.0.0.0/8 or 2001:db8::1/128");
	}

	/**
	 * The network that a request comes from.
	 * @param peer who opened the connection
	 * @param headers the values of the request's headers by name, none for one that is
	 * missing
	 * @return the smallest network that may be one client
	 */
	public Network of(@Nullable SocketAddress peer, Function<String, List<String>> headers) {
		InetAddress client = address(peer);
		if (!isProxy(client)) {
			return Network.of(client);
		}
		List<String> hops = new ArrayList<>();
		headers.apply(this.header.fieldName()).forEach((value) -> hops.addAll(this.header.hops(value)));
		for (String hop : hops.reversed()) {
			InetAddress address = Addresses.parse(hop);
			if (address == null) {
				// Only the proxy that we know of is certain.
				break;
			}
			client = address;
			if (!isProxy(client)) {
				break;
			}
		}
		return Network.of(client);
	}

	/**
	 * Whether all requests of a connection come from its peer.
	 * @param peer who opened the connection
	 * @return false when it is one of our proxies
	 */
	public boolean isClient(@Nullable SocketAddress peer) {
		return !isProxy(address(peer));
	}

	private static InetAddress address(@Nullable SocketAddress peer) {
		return (peer instanceof InetSocketAddress inet && inet.getAddress() != null) ? inet.getAddress() : HOST;
	}

	private boolean isProxy(InetAddress address) {
		if (this.proxies.isEmpty()) {
			return false;
		}
		InetSocketAddress socket = new InetSocketAddress(Addresses.unmapped(address), 0);
		return this.proxies.stream().anyMatch((proxy) -> proxy.matches(socket));
	}

}
