package vn.bantin.service.membership;

import java.time.Duration;

import org.aopalliance.intercept.MethodInterceptor;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Lets a static member leave its group when it closes. A member with a name
 * ({@code group.instance.id}, KIP-345) gets its partitions back as soon as it is up again
 * after a kill; one without waits for the session of its former self, for ever when it is
 * killed more often than that. But Kafka keeps the partitions for a static member that
 * closes, too. Here it leaves, as one without a name does, so that the others go on at
 * once.
 */
@AutoConfiguration
@ConditionalOnClass(ClientFactoryCustomizer.class)
public final class StaticMembershipAutoConfiguration {

	private static final CloseOptions LEAVE = CloseOptions
		.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
		.withTimeout(Duration.ofSeconds(5));

	@Bean
	ClientFactoryCustomizer consumersThatLeave() {
		return new ClientFactoryCustomizer() {

			@Override
			public void configure(ConsumerFactory<?, ?> consumers) {
				consumers.addPostProcessor(StaticMembershipAutoConfiguration::leavingOnClose);
			}
		};
	}

	/** The container that closes it has no setting for that. */
	@SuppressWarnings("unchecked")
	private static <K, V> Consumer<K, V> leavingOnClose(Consumer<K, V> consumer) {
		ProxyFactory proxy = new ProxyFactory(consumer);
		proxy.addAdvice((MethodInterceptor) (call) -> {
			if (!call.getMethod().getName().equals("close")) {
				return call.proceed();
			}
			consumer.close(LEAVE);
			return null;
		});
		return (Consumer<K, V>) proxy.getProxy();
	}

}
