package vn.bantin.gateway.connection;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.bantin.gateway.network.Network;

/**
 * Closes connections of an address, or an IPv6 network of 64 bits, that has too many
 * open, so that nobody can use up what all readers need.
 */
@Component
@Sharable
class ConnectionLimit extends ChannelInboundHandlerAdapter {

	static final String NAME = "bantin.connections";

	/**
	 * Connections closed at once since their network had too many open. Rising for
	 * minutes: an attack, or a proxy in front for which the limit has to be raised.
	 */
	private static final String REFUSED = "bantin.gateway.connections.refused";

	private final Map<Network, Integer> open = new ConcurrentHashMap<>();

	private final int most;

	private final Counter refused;

	ConnectionLimit(@Value("${bantin.connections-per-network}") int most, MeterRegistry meters) {
		this.most = most;
		this.refused = meters.counter(REFUSED);
	}

	@Override
	public void channelActive(ChannelHandlerContext ctx) {
		if (!(ctx.channel().remoteAddress() instanceof InetSocketAddress remote)) {
			ctx.fireChannelActive();
			return;
		}
		Network network = Network.of(remote.getAddress());
		ctx.channel().closeFuture().addListener((closed) -> forget(network));
		if (this.open.merge(network, 1, Integer::sum) > this.most) {
			this.refused.increment();
			ctx.close();
		}
		else {
			ctx.fireChannelActive();
		}
	}

	private void forget(Network network) {
		this.open.computeIfPresent(network, (key, count) -> (count > 1) ? count - 1 : null);
	}

}
