package vn.bantin.gateway.routing;

import java.time.Duration;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Limits how long a client may take to send a request; by default it is for ever. */
@Component
class ServerLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {

	private static final Duration WHOLE_REQUEST = Duration.ofSeconds(30);

	@Override
	public void customize(NettyReactiveWebServerFactory server) {
		server.addServerCustomizers((http) -> http.requestTimeout(WHOLE_REQUEST));
	}

}
