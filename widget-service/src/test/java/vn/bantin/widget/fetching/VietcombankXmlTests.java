package vn.bantin.widget.fetching;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class VietcombankXmlTests {

	private static final Instant FETCHED = Instant.parse("2026-09-02T10:40:00Z");

	private final VietcombankXml bank = new VietcombankXml(false);

	@Test
	void readsRecordedBoard() throws Exception {
		Board board = this.bank.read(recorded("vietcombank-pxml-2026-09-02.trimmed.xml"), FETCHED);
		Rate dollar = board.find("USD").orElseThrow();
		assertThat(dollar.name()).isEqualTo("Đô la Mỹ");
		assertThat(dollar.cashBuy()).isEqualTo(new BigDecimal("25850.00"));
		assertThat(dollar.sell()).isEqualTo(new BigDecimal("26260.00"));
		assertThat(board.times().provider()).isEqualTo("2026-09-02T10:38:54Z");
	}

	@Test
	void leavesOutWhatIsNotQuoted() throws Exception {
		Rate dinar = this.bank.read(recorded("vietcombank-pxml-2026-09-02.trimmed.xml"), FETCHED)
			.find("KWD")
			.orElseThrow();
		assertThat(dinar.cashBuy()).isNull();
		assertThat(dinar.transfer()).isNull();
		assertThat(dinar.sell()).isEqualTo(new BigDecimal("88000.00"));
	}

	@Test
	void readsWholeBoardOfEarlierYears() throws Exception {
		assertThat(this.bank.read(recorded("vietcombank-pxml-2022-12-21.full.xml"), FETCHED).rates()).hasSize(20);
		Board old = this.bank.read(recorded("vietcombank-exratexml-2015-10-08.full.old-format.xml"), FETCHED);
		assertThat(old.rates()).hasSize(19);
		assertThat(old.rates())
			.allSatisfy((rate) -> assertThat(rate.cashBuy()).isNotEqualTo(BigDecimal.ZERO.setScale(2)));
	}

	@Test
	void readsTheSameInVietnameseLocale() throws Exception {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.of("vi", "VN"));
		try {
			readsRecordedBoard();
		}
		finally {
			Locale.setDefault(before);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1,1476", "25.850,00", "Bank Holiday", "-5", "1e5", "NaN", "25,85" })
	void rejectsWhatOnlyLooksLikeNumber(String quote) {
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> Quotes.read(quote));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "<html><body>Trang chủ</body></html>", "<ExrateList>",
			"<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><ExrateList><DateTime>&a;</DateTime></ExrateList>",
			"<ExrateList><DateTime>22/09/2026 5:00:00 PM</DateTime></ExrateList>",
			"<ExrateList><DateTime>9/2/2027 5:00:00 PM</DateTime></ExrateList>" })
	void rejectsWhatIsNoBoard(String body) {
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> this.bank.read(body.getBytes(StandardCharsets.UTF_8), FETCHED));
	}

	@Test
	void rejectsBoardThatCannotBe() throws Exception {
		Board before = this.bank.read(recorded("vietcombank-pxml-2026-09-02.trimmed.xml"), FETCHED);
		BoardChecks.check(before, null);
		BoardChecks.check(before, before);
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> BoardChecks.check(changed("26,260.00", "6,289.00"), before));
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> BoardChecks.check(changed("26,260.00", "25,000.00"), null))
			.withMessageContaining("USD");
		assertThatExceptionOfType(Rejected.class)
			.isThrownBy(() -> BoardChecks.check(changed("\"USD\"", "\"SEK\""), null))
			.withMessageContaining("no selling rate of USD");
	}

	private Board changed(String what, String by) throws Exception {
		String board = new String(recorded("vietcombank-pxml-2026-09-02.trimmed.xml"), StandardCharsets.UTF_8);
		return this.bank.read(board.replace(what, by).getBytes(StandardCharsets.UTF_8), FETCHED);
	}

	private static byte[] recorded(String name) throws IOException {
		try (InputStream in = Objects
			.requireNonNull(VietcombankXmlTests.class.getResourceAsStream("/samples/" + name))) {
			return in.readAllBytes();
		}
	}

}
