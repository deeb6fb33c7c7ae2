package vn.bantin.gateway.routing;

import java.time.Duration;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Limits how long a client may take to send a picture; by default it is for ever. All
 * other requests are read whole at the door.
 */
@Component
class ServerLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

	private static final Duration WHOLE_PICTURE = Duration.ofSeconds(120);

	@Override
	public void customize(NettyReactiveWebServerFactory server) {
		server.addServerCustomizers((http) -> http.requestTimeout(WHOLE_PICTURE));
	}

}
