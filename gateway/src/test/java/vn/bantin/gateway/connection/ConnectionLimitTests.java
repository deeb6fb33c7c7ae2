package vn.bantin.gateway.connection;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How many connections a network may hold open. */
class ConnectionLimitTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final ConnectionLimit limit = new ConnectionLimit(2, this.meters);

	@Test
	void closesWhatIsTooManyUntilAnotherOneEnds() {
		EmbeddedChannel first = connect("192.0.2.1");
		assertThat(connect("192.0.2.1").isOpen()).isTrue();
		assertThat(connect("192.0.2.1").isOpen()).isFalse();
		assertThat(connect("192.0.2.2").isOpen()).isTrue();
		first.close();
		assertThat(connect("192.0.2.1").isOpen()).isTrue();
		assertThat(this.meters.get("bantin.gateway.connections.refused").counter().count()).isEqualTo(1);
	}

	@Test
	void countsANetworkOfSixtyFourBitsAsOne() {
		connect("2001:db8:0:1::1");
		connect("2001:db8:0:1::2");
		assertThat(connect("2001:db8:0:1:ffff::3").isOpen()).isFalse();
		assertThat(connect("2001:db8:0:2::1").isOpen()).isTrue();
	}

	private EmbeddedChannel connect(String address) {
		return new Remote(new InetSocketAddress(address, 40_000), this.limit);
	}

	private static final class Remote extends EmbeddedChannel {

		private final SocketAddress address;

		private Remote(SocketAddress address, ChannelHandler handler) {
			super(false, false);
			this.address = address;
			pipeline().addLast(handler);
			register();
		}

		@Override
		public SocketAddress remoteAddress() {
			return this.address;
		}

		@Override
		public void register() {
			try {
				super.register();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
