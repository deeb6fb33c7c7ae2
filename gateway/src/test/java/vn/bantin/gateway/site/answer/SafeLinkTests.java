package vn.bantin.gateway.site.answer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SafeLinkTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://bantin.vn/a?b=c#d", "http://example.org", "mailto:toasoan@bantin.vn", "/thoi-su",
			"/tim-kiem?q=h%E1%BB%93", "HTTPS://bantin.vn/" })
	void allowsTheWebMailboxesAndPagesOfTheSite(String address) {
		assertThat(SafeLink.check(address)).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
			"java\tscript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd",
			"//evil.example/a", "/\\evil.example", "\\\\evil.example", "https:evil", "https://", "http:/x", "mailto:",
			"thoi-su", "#muc-1", "", "https://user:secret@evil.example/", "///evil.example", "blob:https://x/y" })
	void refusesWhateverElse(String address) {
		assertThat(SafeLink.check(address)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/", "//evil.example", "mailto:a@b.vn" })
	void keepsTheWayBackOnTheSite(String address) {
		assertThat(SafeLink.checkLocal(address)).isEmpty();
	}

}
