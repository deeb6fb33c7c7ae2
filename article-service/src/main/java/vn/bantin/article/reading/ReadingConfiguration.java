package vn.bantin.article.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.util.FileSystemUtils;

/** Puts the index together. */
@Configuration(proxyBeanMethods = false)
class ReadingConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(ReadingConfiguration.class);

	/** An index that cannot be read is thrown away: the topic holds everything. */
	@Bean
	ArticleIndex articleIndex(@Value("${bantin.data-dir}") Path data) throws IOException {
		Path folder = Files.createDirectories(data.resolve("index"));
		try {
			return new ArticleIndex(folder);
		}
		catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException
				| NoSuchFileException ex) {
			logger.warn("The index in {} is built again from the topic: {}", folder, ex.toString());
			FileSystemUtils.deleteRecursively(folder);
			return new ArticleIndex(Files.createDirectories(folder));
		}
	}

	@Bean
	ArticleSearch articleSearch(ArticleIndex index) {
		return new ArticleSearch(index);
	}

	@Bean
	Positions positions() {
		return new Positions();
	}

	@Bean
	Fold fold(ArticleIndex index, Positions positions, KafkaOperations<byte[], byte[]> deadLetters,
			@Value("${spring.kafka.bootstrap-servers}") String brokers, MeterRegistry meters) {
		return new Fold(index, positions, deadLetters, brokers, meters);
	}

	@Bean
	NewTopic articlesDeadLetters(@Value("${bantin.topic-replication}") short replication) {
		return TopicBuilder.name(Fold.DEAD)
			.partitions(1)
			.replicas(replication)
			.config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()))
			.build();
	}

	/**
	 * In readiness: until everything that was there at start can be seen, readers are
	 * sent elsewhere.
	 */
	@Bean
	HealthIndicator foldHealthIndicator(Fold fold) {
		return () -> (fold.caughtUp() ? Health.up() : Health.outOfService()).build();
	}

}
