package vn.bantin.rating.ratable;

import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.deadletter.EventBatch;

/** Stores which published articles are open for rating. */
@Configuration(proxyBeanMethods = false)
class ArticleEventsConsumer {

	@Bean
	Consumer<Message<List<?>>> openForRating(RatableArticles articles, JsonMapper json) {
		return (batch) -> EventBatch.handle(batch, (event) -> read(event.data(), json), articles::store);
	}

	static RatableArticle read(byte[] data, JsonMapper json) {
		return json.readValue(data, ArticleEvent.class).toRatable();
	}

}
