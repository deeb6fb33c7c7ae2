package vn.bantin.gateway.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest.BaseBuilder;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests are authenticated. */
class NewsroomSecurityTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/thoi-su/mot-bai-a1b2c3d4e5", "/api/articles/a1b2c3d4e5", "/dang-nhap",
			"/api/newsroomx" })
	void leavesReadersAlone(String path) {
		assertThat(isAuthenticated(MockServerHttpRequest.get(path).header("Cookie", "reader=r; text-size=120")))
			.isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/newsroom/articles", "/api/newsroom/articles/a1b2c3d4e5/publish", "/api/newsroom",
			"/api/newsroom;x=1/articles", "/oauth2/authorization/bantin", "/login/oauth2/code/bantin", "/dang-xuat" })
	void authenticatesTheNewsroomsPathsLoginAndLogout(String path) {
		assertThat(isAuthenticated(MockServerHttpRequest.post(path))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "newsroom=s", "reader=r; newsroom=s", "a=b; __Host-newsroom=s" })
	void authenticatesALogin(String cookies) {
		assertThat(isAuthenticated(MockServerHttpRequest.get("/").header("Cookie", cookies))).isTrue();
	}

	@Test
	void authenticatesAToken() {
		assertThat(isAuthenticated(MockServerHttpRequest.get("/").header("Authorization", "Bearer t"))).isTrue();
	}

	private static boolean isAuthenticated(BaseBuilder<?> request) {
		MatchResult result = SecurityConfiguration.mayBeNewsroom(MockServerWebExchange.from(request)).block();
		return result != null && result.isMatch();
	}

}
