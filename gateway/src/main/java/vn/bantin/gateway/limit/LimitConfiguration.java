package vn.bantin.gateway.limit;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;
import vn.bantin.gateway.connection.ConnectionStage;
import vn.bantin.gateway.connection.SecurityHeaders;
import vn.bantin.gateway.identity.ReaderLookup;
import vn.bantin.gateway.network.ClientNetworks;

/** Puts limits and load shedding into every connection. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

	@Bean
	@Order(ConnectionStage.LIMITS)
	@Conditional(Limited.class)
	ConnectionStage limits(LimitProperties properties, ClientNetworks networks, ReaderLookup readers,
			SecurityHeaders security, MeterRegistry meters) {
		return new LimitStage(new Limits(properties, TimeMeter.SYSTEM_NANOTIME), networks, readers, security.all(),
				meters);
	}

	@Bean
	@Order(ConnectionStage.LOAD)
	ConnectionStage loadShedding(ReactorResourceFactory netty, SecurityHeaders security, MeterRegistry meters) {
		return new LoadShedding(netty.getLoopResources().onServer(LoopResources.DEFAULT_NATIVE), System::nanoTime,
				security.all(), meters);
	}

	/** Where nothing is limited no request pays for it. */
	static final class Limited implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return !LimitFactor.valueOf(context.getEnvironment().getRequiredProperty("bantin.limits.factor")).isOff();
		}

	}

}
