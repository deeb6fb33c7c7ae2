package vn.bantin.gateway.routing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * Connections are accepted by a thread that does nothing else. The library's default lets
 * one of the event loops do it, a few connections between two rounds of its work: when
 * rounds are long, connections wait for many of them where nobody can see it, and are
 * answered, or carried out, when their callers have given up.
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {

	private static final int ACCEPTING = 1;

	static {
		// Once for the whole process, as the library has it: server and clients share
		// their event loops, so that a request stays in one thread.
		HttpResources.set(LoopResources.create("reactor-http", ACCEPTING, LoopResources.DEFAULT_IO_WORKER_COUNT, true));
	}

	@Bean
	ReactorResourceFactory reactorResourceFactory() {
		return new ReactorResourceFactory();
	}

}
