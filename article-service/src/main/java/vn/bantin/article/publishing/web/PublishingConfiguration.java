package vn.bantin.article.publishing.web;

import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import vn.bantin.service.topic.Topics;
import vn.bantin.service.outbox.OutboxSignals;
import java.time.Clock;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.article.publishing.Articles;
import vn.bantin.article.publishing.DraftReader;
import vn.bantin.article.publishing.Pictures;
import vn.bantin.article.publishing.Publishing;
import vn.bantin.article.publishing.Sections;
import vn.bantin.article.publishing.Sections.Section;

/** Creates the use cases, which know no framework. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublishingConfiguration.Newspaper.class)
class PublishingConfiguration {

	@Bean
	Sections sections(Newspaper newspaper) {
		return new Sections(newspaper.sections());
	}

	@Bean
	DraftReader draftReader(Sections sections, Pictures pictures) {
		return new DraftReader(sections, pictures);
	}

	@Bean
	Publishing publishing(Articles articles, Sections sections, OutboxSignals signals, Clock clock) {
		return new Publishing(articles, sections, signals::wake, clock);
	}

	/** Every fact can be read for 30 days before compaction may begin. */
	@Bean
	NewTopic articlesTopic(Topics topics) {
		return topics.compacted("articles", 12, Duration.ofDays(30));
	}

	/**
	 * What distinguishes this newspaper.
	 *
	 * @param sections in the order of the navigation
	 */
	@ConfigurationProperties("bantin.newspaper")
	record Newspaper(List<Section> sections) {
	}

}
