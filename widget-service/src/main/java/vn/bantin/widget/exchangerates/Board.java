package vn.bantin.widget.exchangerates;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provenance.Source;
import vn.bantin.widget.provenance.Times;

/**
 * All exchange rates that a bank quotes.
 *
 * @param bank its name
 * @param rates sorted by currency
 * @param source the provider
 * @param times of the whole board
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Board(String bank, List<Rate> rates, Source source, Times times) {

	/**
	 * Finds a currency's rates.
	 * @param currency ISO 4217 code
	 * @return empty when it is not on the board
	 */
	public Optional<Rate> find(String currency) {
		return this.rates.stream().filter((rate) -> rate.currency().equals(currency)).findFirst();
	}

	/**
	 * The rates of one currency, in đồng for one unit, null where the bank does not quote
	 * one.
	 *
	 * @param currency ISO 4217 code
	 * @param name in Vietnamese
	 * @param cashBuy what the bank pays for notes
	 * @param transfer what it pays for a transfer
	 * @param sell what it sells at
	 */
	public record Rate(String currency, String name,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cashBuy,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal transfer,
			@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sell) {
	}

}
