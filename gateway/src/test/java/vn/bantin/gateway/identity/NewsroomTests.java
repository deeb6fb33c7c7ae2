package vn.bantin.gateway.identity;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests may be the newsroom's, told from their headers alone. */
class NewsroomTests {

	private final HttpHeaders headers = new DefaultHttpHeaders();

	@Test
	void isNotAReaderWithoutCookies() {
		assertThat(Newsroom.isPossible(this.headers)).isFalse();
	}

	@Test
	void isNotAReaderWithCookies() {
		this.headers.add("Cookie", "reader=tPjkl-_3.sig; text-size=120; contrast=high").add("Cookie", "login-0=x");
		assertThat(Newsroom.isPossible(this.headers)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "newsroom=s", "newsroom", "__Host-newsroom=s", "reader=r;newsroom=\"s\"", "a=b,newsroom =s" })
	void isPossiblyWhoeverSendsTheCookieOfALogin(String cookies) {
		this.headers.add("cookie", cookies);
		assertThat(Newsroom.isPossible(this.headers)).isTrue();
	}

	@Test
	void isPossiblyWhoeverSendsItInASecondHeader() {
		this.headers.add("Cookie", "reader=r").add("Cookie", "newsroom=s");
		assertThat(Newsroom.isPossible(this.headers)).isTrue();
	}

	@Test
	void isPossiblyWhoeverSendsAToken() {
		this.headers.add("authorization", "Bearer t");
		assertThat(Newsroom.isPossible(this.headers)).isTrue();
	}

}
