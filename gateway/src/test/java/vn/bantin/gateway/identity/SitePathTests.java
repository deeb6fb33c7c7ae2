package vn.bantin.gateway.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SitePathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/thoi-su", "/thoi-su/mot-bai-a1b2c3d4e5", "/tim-kiem?q=m%C6%B0a&cursor=x",
			"/a?u=http://b" })
	void leadsBackToAPathOfTheSite(String path) {
		assertThat(SitePath.check(path)).contains(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "thoi-su", "https://evil.vn/", "//evil.vn/", "///evil.vn", "/\\evil.vn", "\\\\evil.vn",
			"/\t/evil.vn", "/\n/evil.vn", "javascript:alert(1)", " /", "/a b", "/%zz" })
	void leadsNowhereElse(String address) {
		assertThat(SitePath.check(address)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dang-nhap?back=%2F", "/dang-xuat", "/login/oauth2/code/bantin?code=c&state=s",
			"/oauth2/authorization/bantin" })
	void doesNotLeadIntoALogin(String path) {
		assertThat(SitePath.check(path)).isEmpty();
	}

	@Test
	void isNeitherMissingNorLong() {
		assertThat(SitePath.check(null)).isEmpty();
		assertThat(SitePath.check("/" + "x".repeat(500))).isEmpty();
	}

}
