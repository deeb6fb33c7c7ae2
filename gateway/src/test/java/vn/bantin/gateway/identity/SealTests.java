package vn.bantin.gateway.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealTests {

	private static final byte[] OLD = "a key of thirty-two bytes, first".getBytes(StandardCharsets.UTF_8);

	private static final byte[] NEW = "a key of thirty-two bytes, later".getBytes(StandardCharsets.UTF_8);

	private final Seal seal = new Seal(List.of(NEW, OLD), "test");

	private final JWTClaimsSet claims = new JWTClaimsSet.Builder().subject("bien-tap").build();

	@Test
	void opensWhatItSealed() {
		assertThat(this.seal.open(this.seal.seal(this.claims))).contains(this.claims);
	}

	@Test
	void hidesWhatItSealed() {
		String sealed = this.seal.seal(this.claims);
		assertThat(sealed).matches("[A-Za-z0-9_.-]+").isNotEqualTo(this.seal.seal(this.claims));
		for (String part : sealed.split("\\.")) {
			assertThat(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
				.doesNotContain("bien-tap");
		}
	}

	@Test
	void opensNothingThatWasChanged() {
		String sealed = this.seal.seal(this.claims);
		for (int i = 0; i < sealed.length(); i++) {
			char other = (sealed.charAt(i) == 'A') ? 'Q' : 'A';
			if (sealed.charAt(i) != '.' && !isLastOfAPart(sealed, i)) {
				assertThat(this.seal.open(sealed.substring(0, i) + other + sealed.substring(i + 1))).isEmpty();
			}
		}
	}

	/** Some bits of a part's last character mean nothing. */
	private static boolean isLastOfAPart(String sealed, int index) {
		return index + 1 == sealed.length() || sealed.charAt(index + 1) == '.';
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "....", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJiaWVuLXRhcCJ9.", "%ff", "null" })
	void opensNothingElse(String value) {
		assertThat(this.seal.open(value)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "...", "....", "....AAAA", ".AAAA.AAAA.AAAA", "AAAA.AAAA.AAAA.AAAA",
			".AAAAAAAAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA.AAAA" })
	void opensNothingThatOnlyBeginsWell(String rest) {
		String sealed = this.seal.seal(this.claims);
		assertThat(this.seal.open(sealed.substring(0, sealed.indexOf('.') + 1) + rest)).isEmpty();
	}

	@Test
	void opensNothingThatWasSealedForAnotherPurpose() {
		assertThat(new Seal(List.of(NEW, OLD), "another").open(this.seal.seal(this.claims))).isEmpty();
	}

	@Test
	void opensWhatAnOlderKeySealedAsLongAsItIsKept() {
		String sealed = new Seal(List.of(OLD), "test").seal(this.claims);
		assertThat(this.seal.open(sealed)).contains(this.claims);
		assertThat(new Seal(List.of(NEW), "test").open(sealed)).isEmpty();
	}

	@Test
	void sealsWithTheFirstKey() {
		assertThat(new Seal(List.of(NEW), "test").open(this.seal.seal(this.claims))).contains(this.claims);
	}

	@Test
	void sealsNothingThatABrowserMightNotKeep() {
		JWTClaimsSet large = new JWTClaimsSet.Builder().subject("x".repeat(Seal.LONGEST)).build();
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> this.seal.seal(large))
			.extracting(ResponseStatusException::getStatusCode)
			.isEqualTo(HttpStatus.BAD_REQUEST);
	}

	@Test
	void looksAtNothingThatIsTooLong() {
		assertThat(this.seal.open(this.seal.seal(this.claims) + "A".repeat(Seal.LONGEST))).isEmpty();
	}

}
