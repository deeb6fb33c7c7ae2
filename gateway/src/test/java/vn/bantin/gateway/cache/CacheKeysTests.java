package vn.bantin.gateway.cache;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may get the same answer, and who may not. */
class CacheKeysTests {

	private final CacheKeys keys = new CacheKeys((cookies) -> cookies.contains("contrast=high") ? "contrast=high" : "");

	@ParameterizedTest
	@CsvSource({ "/,/,''", "/kinh-te,/kinh-te,''", "/kinh-te?cursor=abc&utm_source=x,/kinh-te,cursor=abc",
			"/tim-kiem?q=m%C6%B0a&cursor=c,/tim-kiem,cursor=c&q=m%C6%B0a",
			"/tim-kiem?cursor=c&q=m%C6%B0a,/tim-kiem,cursor=c&q=m%C6%B0a", "/?fbclid=1,/,''", "/?q,/,''",
			"/api/articles?section=a&limit=2,/api/articles,section=a&limit=2", "/api/articles?,/api/articles,''",
			"/assets/site-1.css?v=2,/assets/site-1.css,''" })
	void takesFromTheAddressWhatTheAnswerDependsOn(String target, String path, String query) {
		assertThat(this.keys.of("GET", target, headers())).isEqualTo(new CacheKey(path, query, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/newsroom/articles", "/api/live?articles=a", "/dang-nhap", "/dang-xuat",
			"/oauth2/authorization/bantin", "/login/oauth2/code/bantin", "/tuy-chon?contrast=high",
			"/.well-known/jwks.json", "/actuator/health", "http://bantin.vn/", "*" })
	void leavesAloneWhatEachCallerGetsAlone(String target) {
		assertThat(this.keys.of("GET", target, headers())).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get" })
	void leavesOtherMethodsAlone(String method) {
		assertThat(this.keys.of(method, "/", headers())).isNull();
	}

	@Test
	void answersHeadLikeGet() {
		assertThat(this.keys.of("HEAD", "/", headers())).isEqualTo(this.keys.of("GET", "/", headers()));
	}

	@Test
	void tellsReadersApartByWhatTheyChoseOnly() {
		CacheKey chosen = this.keys.of("GET", "/", headers("Cookie", "reader=abc.def; contrast=high; other=1"));
		assertThat(chosen).isEqualTo(new CacheKey("/", "", "contrast=high"));
		assertThat(this.keys.of("GET", "/", headers("Cookie", "reader=abc.def")))
			.isEqualTo(this.keys.of("GET", "/", headers()));
	}

	@ParameterizedTest
	@CsvSource({ "Cookie,own-vote=1", "Cookie,a=b; newsroom=x", "Cookie,__Host-newsroom=x", "Authorization,Bearer x",
			"Range,bytes=0-9" })
	void leavesAloneWhoMayGetAnAnswerOfTheirOwn(String name, String value) {
		assertThat(this.keys.of("GET", "/kinh-te/mot-bai-a1b2c3d4e5", headers(name, value))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reader=abc.def", "__Host-reader=abc.def" })
	void givesTheRatingToAReaderAlone(String cookie) {
		String rating = "/api/articles/a1b2c3d4e5/rating";
		assertThat(this.keys.of("GET", rating, headers("Cookie", cookie))).isNull();
		assertThat(this.keys.of("GET", rating, headers())).isNotNull();
	}

	private static HttpHeaders headers(String... pair) {
		HttpHeaders headers = new DefaultHttpHeaders();
		if (pair.length > 0) {
			headers.set(pair[0], pair[1]);
		}
		return headers;
	}

}
