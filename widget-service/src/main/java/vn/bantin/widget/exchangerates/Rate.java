package vn.bantin.widget.exchangerates;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;

/**
 * One currency on the board, in đồng for one unit. What the bank does not quote is null.
 *
 * @param currency ISO 4217 code
 * @param name in Vietnamese
 * @param cashBuy what the bank pays for notes
 * @param transfer what it pays by transfer
 * @param sell what it asks
 */
public record Rate(String currency, String name,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cashBuy,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal transfer,
		@JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sell) {
}
