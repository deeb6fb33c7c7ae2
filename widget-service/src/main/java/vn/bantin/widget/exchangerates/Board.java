package vn.bantin.widget.exchangerates;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import vn.bantin.widget.provider.Source;
import vn.bantin.widget.provider.Times;

/**
 * The whole board of a bank.
 *
 * @param bank whose
 * @param rates in the order of the codes
 * @param source who says so
 * @param times when
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Board(String bank, List<Rate> rates, Source source, Times times) {

	/**
	 * One currency.
	 * @param currency its code
	 * @return empty when it is not on the board
	 */
	public Optional<Rate> find(String currency) {
		return this.rates.stream().filter((rate) -> rate.currency().equals(currency)).findFirst();
	}

}
