package vn.bantin.gateway.limit;

import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteClassTests {

	@ParameterizedTest
	@CsvSource({ "GET, /, PAGE", "GET, /kinh-te?cursor=a, PAGE", "HEAD, /api/articles/a1b2c3d4e5, PAGE",
			"GET, /api/articles?section=kinh-te, PAGE", "GET, /api/articles?faq=1, PAGE",
			"GET, /api/articles?q=gạo, SEARCH", "GET, /api/articles?limit=5&q=a, SEARCH",
			"GET, /api/articles?%71=a, SEARCH", "GET, /tim-kiem?q=a, SEARCH", "GET, /tim-kiem, SEARCH",
			"GET, /assets/site.css, ASSET", "GET, /api/media/a/640, ASSET",
			"GET, /api/widgets/weather?place=ha-noi, WIDGET", "GET, /api/live?articles=a, LIVE",
			"GET, /actuator/health, OPERATIONS", "GET, /api/articles/a/rating, PAGE",
			"PUT, /api/articles/a/rating/mine, VOTE", "DELETE, /api/articles/a/rating/mine, VOTE",
			"POST, /kinh-te/gao-a1b2c3d4e5/danh-gia, VOTE", "GET, /oauth2/authorization/bantin, LOGIN",
			"GET, /login/oauth2/code/bantin?code=a, LOGIN", "GET, /dang-nhap, LOGIN", "POST, /dang-xuat, LOGIN",
			"POST, /api/newsroom/articles/a/publish, NEWSROOM", "GET, /api/newsroom/articles, NEWSROOM",
			"OPTIONS, *, PAGE" })
	void tellsWhatARequestIsFor(String method, String target, RouteClass expected) {
		assertThat(RouteClass.of(HttpMethod.valueOf(method), target)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /api/articles/a/rating/min%65, VOTE", "PUT, /api/articles/a/rating;v=1/mine, VOTE",
			"PUT, /API/ARTICLES/a, VOTE", "PATCH, /assets/a, VOTE", "GET, /tim-ki%65m?q=a, SEARCH",
			"GET, /tim-kiem;a=b?q=a, SEARCH", "GET, http://bantin.vn/tim-kiem?q=a, SEARCH",
			"GET, http://bantin.vn, PAGE", "POST, /api/n%65wsroom/articles, NEWSROOM", "GET, /%zz, PAGE",
			"GET, /actuator, PAGE" })
	void isNotMisledByTheWayAnAddressIsWritten(String method, String target, RouteClass expected) {
		assertThat(RouteClass.of(HttpMethod.valueOf(method), target)).isEqualTo(expected);
	}

}
