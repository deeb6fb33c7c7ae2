package vn.bantin.drills.past;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import vn.bantin.drills.past.Chronicle.Look;

import static org.assertj.core.api.Assertions.assertThat;

/** Which answers are of the past. Times are in milliseconds. */
class ChronicleTests {

	private static final String JSON = "/api/articles/a1";

	private static final String PAGE = "/thoi-su/bai-a1";

	private final Chronicle chronicle = new Chronicle(Duration.ofSeconds(1));

	private Optional<String> look(String gateway, String address, int version, long asked) {
		return this.chronicle
			.look(new Look(gateway, "a1", address, version, asked * 1_000_000, (asked + 10) * 1_000_000), true);
	}

	@Test
	void neverGoesBackAtAnAddress() {
		assertThat(look("gateway", JSON, 2, 1000)).isEmpty();
		assertThat(look("gateway", JSON, 1, 1005)).as("asked before the newer one was there").isEmpty();
		assertThat(look("gateway", JSON, 1, 1020)).hasValueSatisfying(
				(wrong) -> assertThat(wrong).contains("gateway", JSON, "version 1", "after it had shown version 2"));
	}

	@Test
	void letsAnotherAddressAndAnotherGatewayBeLate() {
		look("gateway", JSON, 2, 1000);
		assertThat(look("gateway", PAGE, 1, 1900)).isEmpty();
		assertThat(look("gateway-2", JSON, 1, 9000)).isEmpty();
		assertThat(look("gateway", PAGE, 1, 2100)).hasValueSatisfying(
				(wrong) -> assertThat(wrong).contains("long after another address had shown version 2"));
	}

	@Test
	void letsNoAddressBeLateWhenTheArticleIsGone() {
		look("gateway", JSON, Chronicle.GONE, 1000);
		assertThat(look("gateway", PAGE, Chronicle.GONE, 1020)).isEmpty();
		assertThat(look("gateway", PAGE, 3, 1020)).hasValueSatisfying(
				(wrong) -> assertThat(wrong).contains("version 3", "after another of its addresses was gone"));
		assertThat(this.chronicle.isGone("gateway", "a1", 1_020_000_000)).isTrue();
		assertThat(this.chronicle.isGone("gateway", "a1", 1_000_000_000)).isFalse();
		assertThat(this.chronicle.isGone("gateway-2", "a1", 9_000_000_000L)).isFalse();
	}

	@Test
	void wantsToSeeAnEventInTime() {
		this.chronicle.happens("a1", 2, 1_000_000_000);
		assertThat(look("gateway", JSON, 1, 1900)).isEmpty();
		assertThat(look("gateway", JSON, 1, 2100))
			.hasValueSatisfying((wrong) -> assertThat(wrong).contains("long after the event of version 2"));
		Look excused = new Look("gateway-2", "a1", JSON, 1, 2_100_000_000, 2_110_000_000);
		assertThat(this.chronicle.look(excused, false)).isEmpty();
	}

	@Test
	void tellsHowLongTheSlowestEventTook() {
		this.chronicle.happens("a1", 1, 1_000_000_000);
		this.chronicle.happens("a1", 2, 2_000_000_000);
		look("gateway", JSON, 1, 1090);
		look("gateway", JSON, 2, 2240);
		assertThat(this.chronicle.slowest("gateway")).isEqualTo(Duration.ofMillis(250));
		assertThat(this.chronicle.slowest("gateway-2")).isZero();
	}

}
