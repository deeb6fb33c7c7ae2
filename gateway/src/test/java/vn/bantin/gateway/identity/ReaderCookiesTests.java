package vn.bantin.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderCookiesTests {

	private static final byte[] OLD = "an older signing key of some size".getBytes(StandardCharsets.UTF_8);

	private static final byte[] NEW = "a newer signing key of some size!".getBytes(StandardCharsets.UTF_8);

	private static final byte[] PSEUDONYM = "the pseudonym key, which is for life".getBytes(StandardCharsets.UTF_8);

	private final ReaderCookies cookies = new ReaderCookies(List.of(NEW), PSEUDONYM);

	@Test
	void knowsItsOwnReaderAtEveryInstance() {
		String cookie = this.cookies.issue();
		Reader reader = this.cookies.read(cookie).orElseThrow();
		assertThat(new ReaderCookies(List.of(NEW), PSEUDONYM).read(cookie)).hasValue(reader);
		assertThat(cookie).doesNotContain(reader.pseudonym());
	}

	@Test
	void meetsAnotherReaderEachTime() {
		assertThat(this.cookies.read(this.cookies.issue())).isNotEqualTo(this.cookies.read(this.cookies.issue()));
	}

	@Test
	void keepsReaderWhenSigningKeyIsRotated() {
		String cookie = new ReaderCookies(List.of(OLD), PSEUDONYM).issue();
		Reader before = new ReaderCookies(List.of(OLD), PSEUDONYM).read(cookie).orElseThrow();
		assertThat(new ReaderCookies(List.of(NEW, OLD), PSEUDONYM).read(cookie)).hasValue(before);
		assertThat(this.cookies.read(cookie)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "abc", "abc.def", "AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA" })
	void takesForgedCookieForNone(String cookie) {
		assertThat(this.cookies.read(cookie)).isEmpty();
	}

	@Test
	void takesCookieThatWasTamperedWithForNone() {
		String cookie = this.cookies.issue();
		char other = (cookie.charAt(0) == 'A') ? 'B' : 'A';
		assertThat(this.cookies.read(other + cookie.substring(1))).isEmpty();
	}

}
