package vn.bantin.gateway.site.story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"id\":\"a1b2c3d4e5\",\"title\":\"t\",\"url\":\"javascript:alert(1)\"}",
			"{\"id\":\"a1b2c3d4e5\",\"title\":\"t\",\"url\":\"//evil.example/x\"}",
			"{\"id\":\"a1b2c3d4e5\",\"title\":\" \",\"url\":\"/a/b\"}", "{\"id\":7,\"title\":\"t\",\"url\":\"/a/b\"}",
			"[]", "\"x\"" })
	void hasNoStoryWithoutWhatEveryStoryHas(String json) {
		assertThat(Story.read(fields(json))).isEmpty();
	}

	@Test
	void readsAStoryOfWhichOnlyTheLeastIsKnown() {
		Story story = Story
			.read(fields(
					"""
							{"id":"a1b2c3d4e5","title":"t","url":"/a/b-a1b2c3d4e5","section":7,"tags":{},"authors":[null,{"name":"x"}],
							"published":"gestern","body":"<p>","related":[{}],"leadPicture":[]}"""))
			.orElseThrow();
		assertThat(story.section()).isNull();
		assertThat(story.authors()).isEmpty();
		assertThat(story.published()).isNull();
		assertThat(story.face()).isNull();
		assertThat(story.openForRating()).isTrue();
		assertThat(story.changed()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "/api/articles?section=x&cursor=eyJh%3D&limit=5, eyJh%3D", "/api/articles?limit=5,",
			"/api/articles?cursor=,", "'%zz?cursor=x',", "/api/articles," })
	void takesTheCursorOutOfTheNextAddress(String next, String cursor) {
		assertThat(StoryList.read(fields("{\"items\":[],\"next\":\"" + next + "\"}")).cursor()).isEqualTo(cursor);
	}

	private static Fields fields(String json) {
		return new Fields(JsonMapper.shared().readTree(json));
	}

}
