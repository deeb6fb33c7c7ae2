package vn.bantin.gateway.routing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * Accepts connections in a thread that does nothing else. By default one of the event
 * loops accepts a few in each round of its work; when rounds are long, connections wait
 * unseen for many of them, and their requests are carried out after the callers have
 * given up.
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {

	private static final int ACCEPTING = 1;

	static {
		// For the whole process, as by default: server and clients share their event
		// loops, so that a request stays in one thread.
		HttpResources.set(loops());
	}

	static LoopResources loops() {
		return LoopResources.create("reactor-http", ACCEPTING, LoopResources.DEFAULT_IO_WORKER_COUNT, true);
	}

	@Bean
	ReactorResourceFactory reactorResourceFactory() {
		return new ReactorResourceFactory();
	}

}
