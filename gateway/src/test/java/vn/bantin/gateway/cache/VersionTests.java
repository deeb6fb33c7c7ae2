package vn.bantin.gateway.cache;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a reader says to have seen. */
class VersionTests {

	@Test
	void readsFromAnEntityTagWhatItWasMadeOf() {
		Version version = new Version(12, 345);
		assertThat(Version.seen('"' + version.tag("k2j") + '"')).isEqualTo(version);
		assertThat(Version.seen("\"other\", \"" + version.tag("k2j") + "-br\"")).isEqualTo(version);
	}

	@ParameterizedTest
	@ValueSource(strings = { "*", "\"3\"", "\"rt-\"", "\"r-1t2-x\"", "r1t2-x", "\"r9999999999999999999t1-x\"" })
	void takesAnythingElseForNothingSeen(String ifNoneMatch) {
		assertThat(Version.seen(ifNoneMatch)).isEqualTo(Version.NONE);
		assertThat(Version.seen(null)).isEqualTo(Version.NONE);
	}

	@Test
	void isOlderWhenEitherPartIs() {
		assertThat(new Version(2, 5).isOlderThan(new Version(2, 6))).isTrue();
		assertThat(new Version(1, 9).isOlderThan(new Version(2, 0))).isTrue();
		assertThat(new Version(2, 5).isOlderThan(new Version(2, 5))).isFalse();
		assertThat(new Version(3, 6).isOlderThan(new Version(2, 5))).isFalse();
	}

}
