package vn.bantin.gateway.site.story;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import vn.bantin.gateway.site.answer.ContractExamples;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class StoryContractTests {

	@ParameterizedTest
	@MethodSource
	void readsEveryArticleThatCanBeRead(JsonNode example) {
		JsonNode article = example.path("article");
		Story story = Story.read(new Fields(article)).orElseThrow();
		assertThat(story.title()).isEqualTo(article.path("title").asString());
		assertThat(story.section()).isNotNull();
		assertThat(story.published()).isNotNull();
		assertThat(story.authors()).hasSize(article.path("authors").size());
		assertThat(story.tags()).hasSize(article.path("tags").size());
		assertThat(story.body().blocks()).hasSize(article.at("/body/content").size());
		assertThat(story.leadPicture() == null).isEqualTo(article.path("leadPicture").isMissingNode());
	}

	static Stream<JsonNode> readsEveryArticleThatCanBeRead() {
		return Stream.of("article.published", "article.updated", "article.corrected")
			.flatMap((type) -> ContractExamples.of("article-service", type).stream());
	}

}
