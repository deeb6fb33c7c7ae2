package vn.bantin.gateway.connection;

import java.util.List;

import io.netty.channel.ChannelPipeline;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import vn.bantin.service.draining.Draining;

/**
 * Puts the stages into the connections of the public server. The management server is
 * that of a context of its own, which has no customizers of this one.
 */
@Configuration(proxyBeanMethods = false)
class StageConfiguration {

	@Bean
	WebServerFactoryCustomizer<NettyReactiveWebServerFactory> connectionStages(ObjectProvider<ConnectionStage> stages,
			ConnectionLimit limit, Draining draining) {
		List<ConnectionStage> inOrder = stages.orderedStream().toList();
		return (server) -> server.addServerCustomizers((http) -> http.doOnChannelInit((observer, channel, address) -> {
			install(channel.pipeline(), inOrder, draining);
			channel.pipeline().addBefore(NettyPipeline.HttpCodec, ConnectionLimit.NAME, limit);
		}));
	}

	static void install(ChannelPipeline pipeline, List<ConnectionStage> stages, Draining draining) {
		pipeline.replace(NettyPipeline.HttpCodec, NettyPipeline.HttpCodec, new RequestTurns(draining));
		String before = NettyPipeline.HttpCodec;
		for (ConnectionStage stage : stages) {
			pipeline.addAfter(before, stage.name(), stage.handler());
			before = stage.name();
		}
	}

}
