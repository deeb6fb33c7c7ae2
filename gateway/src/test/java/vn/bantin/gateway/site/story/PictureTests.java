package vn.bantin.gateway.site.story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.site.answer.Fields;

import static org.assertj.core.api.Assertions.assertThat;

class PictureTests {

	@Test
	void offersRenditionsUpToTheOriginalsWidth() {
		assertThat(picture(1600).sources()).isEqualTo(
				"/api/media/m1/320 320w, /api/media/m1/640 640w, /api/media/m1/960 960w, /api/media/m1/1280 1280w");
		assertThat(picture(800).sources())
			.isEqualTo("/api/media/m1/320 320w, /api/media/m1/640 640w, /api/media/m1/960 800w");
		assertThat(picture(200).sources()).isEqualTo("/api/media/m1/320 200w");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Minh Hà", "Ảnh: Minh Hà", "ảnh :Minh Hà", "ẢNH: Minh Hà" })
	void labelsACreditOnlyOnce(String credit) {
		Picture picture = Picture.read(fields("{\"media\":\"m1\",\"credit\":\"" + credit + "\"}")).orElseThrow();
		assertThat(picture.credit()).isEqualTo("Minh Hà");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "../x", "m1/../../y", "M1", "m1\\\" onerror=\\\"x" })
	void hasNoPictureWithoutAUsableId(String media) {
		assertThat(Picture.read(fields("{\"media\":\"" + media + "\"}"))).isEmpty();
	}

	private static Picture picture(int width) {
		return Picture.read(fields("{\"media\":\"m1\",\"width\":" + width + ",\"height\":100}")).orElseThrow();
	}

	private static Fields fields(String json) {
		return new Fields(JsonMapper.shared().readTree(json));
	}

}
