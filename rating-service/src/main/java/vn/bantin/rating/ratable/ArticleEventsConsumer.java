package vn.bantin.rating.ratable;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to the life of articles: only a published one that is open for rating can be
 * rated.
 */
@Configuration(proxyBeanMethods = false)
class ArticleEventsConsumer {

	@Bean
	Consumer<Message<?>> openForRating(RatableArticles articles, JsonMapper json) {
		return (event) -> articles.learn(read(event, json).toRatable());
	}

	static ArticleEvent read(Message<?> event, JsonMapper json) {
		if (event.getPayload() instanceof byte[] data) {
			return json.readValue(data, ArticleEvent.class);
		}
		throw new IllegalArgumentException("An article's event without data");
	}

}
