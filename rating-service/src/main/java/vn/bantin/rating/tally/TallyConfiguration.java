package vn.bantin.rating.tally;

import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.KafkaAdmin;
import vn.bantin.rating.observation.RatingMeters;
import vn.bantin.service.topic.Topics;

/** Puts the tally together. */
@Configuration(proxyBeanMethods = false)
class TallyConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(TallyConfiguration.class);

	private static final int CLOSE_SECONDS = 8;

	@Bean
	StreamsBuilderFactoryBean tallyBuilder(KafkaProperties kafka) {
		StreamsBuilderFactoryBean stream = new StreamsBuilderFactoryBean(
				new KafkaStreamsConfiguration(kafka.buildStreamsProperties()));
		stream.setInfrastructureCustomizer(new TallyTopology());
		stream.setDeadLetterTopicName(TallyTopology.DEAD);
		stream.setStreamsUncaughtExceptionHandler((ex) -> {
			logger.warn("A thread of the tally's stream failed and is replaced", ex);
			return StreamThreadExceptionResponse.REPLACE_THREAD;
		});
		// Otherwise the other instances would wait until its session is over.
		stream.setLeaveGroupOnClose(true);
		stream.setCloseTimeout(CLOSE_SECONDS);
		stream.setAutoStartup(false);
		return stream;
	}

	@Bean
	TallyStream tallyStream(StreamsBuilderFactoryBean tallyBuilder, KafkaAdmin topics) {
		return new TallyStream(tallyBuilder, topics);
	}

	@Bean
	NewTopic talliesTopic(Topics topics) {
		return topics.compacted(TallyTopology.TALLIES, 12, Duration.ZERO);
	}

	@Bean
	NewTopic tallyDeadLetters(Topics topics) {
		return topics.deadLetters(TallyTopology.DEAD);
	}

	@Bean
	Gauge tallyRunning(TallyStream stream, MeterRegistry meters) {
		return Gauge.builder(RatingMeters.TALLY_RUNNING.meter(), () -> stream.streaming() ? 1 : 0).register(meters);
	}

}
