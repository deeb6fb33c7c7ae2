package vn.bantin.article.publishing.web;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.bantin.article.publishing.Announcer;
import vn.bantin.article.publishing.Articles;
import vn.bantin.article.publishing.DraftReader;
import vn.bantin.article.publishing.Pictures;
import vn.bantin.article.publishing.Publishing;
import vn.bantin.article.publishing.Section;
import vn.bantin.article.publishing.Sections;

/** Puts the use cases together, which know no framework. */
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
	Publishing publishing(Articles articles, Sections sections, Consumer<String> announced, Clock clock) {
		return new Publishing(articles, new Announcer(sections), announced, clock);
	}

	/**
	 * What makes this newspaper this one.
	 *
	 * @param sections in the order of the navigation
	 */
	@ConfigurationProperties("bantin.newspaper")
	record Newspaper(List<Section> sections) {
	}

}
