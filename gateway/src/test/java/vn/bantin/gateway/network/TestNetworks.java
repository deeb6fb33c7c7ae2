package vn.bantin.gateway.network;

import java.util.List;

/** Networks of clients for other packages' tests. */
public final class TestNetworks {

	private TestNetworks() {
	}

	/**
	 * Clients that come without a proxy.
	 * @return finds their networks
	 */
	public static ClientNetworks direct() {
		return new ClientNetworks(List.of(), ForwardedHeader.X_FORWARDED_FOR);
	}

}
