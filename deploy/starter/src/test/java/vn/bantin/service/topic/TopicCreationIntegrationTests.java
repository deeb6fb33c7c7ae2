package vn.bantin.service.topic;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import vn.bantin.local.harness.FreePorts;
import vn.bantin.local.harness.JavaProcess;
import vn.bantin.local.harness.LocalServers;
import vn.bantin.service.ServiceAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TopicCreationIntegrationTests {

	@Test
	void createsTopicsOfAServiceThatStartedWithoutKafka(@TempDir Path folder) {
		int port = FreePorts.next();
		String brokers = "127.0.0.1:" + port;
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ServiceAutoConfiguration.class, KafkaAutoConfiguration.class,
					TopicAutoConfiguration.class))
			.withPropertyValues("bantin.instance=test-1", "spring.kafka.bootstrap-servers=" + brokers,
					"spring.kafka.admin.properties.request.timeout.ms=1000",
					"spring.kafka.admin.properties.default.api.timeout.ms=1000")
			.withBean("greetingsTopic", NewTopic.class, () -> new Topics((short) 1).permanent("greetings", 3))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				try (JavaProcess kafka = LocalServers.startBroker(folder.resolve("kafka"), port, FreePorts.next(),
						folder.resolve("kafka.txt"));
						Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
					await().atMost(Duration.ofSeconds(60))
						.until(() -> admin.listTopics().names().get().contains("greetings"));
					assertThat(kafka.isAlive()).isTrue();
				}
			});
	}

}
