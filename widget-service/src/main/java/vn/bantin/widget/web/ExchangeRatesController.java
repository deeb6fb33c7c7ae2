package vn.bantin.widget.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.mongodb.MongoException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.exchangerates.Board.Rate;
import vn.bantin.widget.history.BoardHistory;
import vn.bantin.widget.latest.LatestValues;

/** Answers with the bank's board and the history of a currency. */
@RestController
@RequestMapping("/api/widgets/exchange-rates")
class ExchangeRatesController {

	private static final Logger logger = LoggerFactory.getLogger(ExchangeRatesController.class);

	private final LatestValues latest;

	private final BoardHistory history;

	private final Clock clock;

	ExchangeRatesController(LatestValues latest, BoardHistory history, Clock clock) {
		this.latest = latest;
		this.history = history;
		this.clock = clock;
	}

	/**
	 * The bank's exchange rates. Each has its change since the last day before.
	 */
	@GetMapping
	ResponseEntity<BoardAnswer> board() {
		return answer(this.latest.board()
			.map((board) -> BoardAnswer.of(board, before(board), this.clock.instant()))
			.orElseGet(BoardAnswer::missing));
	}

	/** The board is answered without changes while the database is away. */
	private @Nullable Board before(Board board) {
		try {
			return this.history.before(board).orElse(null);
		}
		catch (MongoException ex) {
			logger.info("The board is answered without changes: {}", ex.toString());
			return null;
		}
	}

	/**
	 * A currency's rates of the last days. A day's rates are the last ones of that day.
	 * @param currency ISO 4217 code
	 * @param days how many days back
	 */
	@GetMapping("/{currency}/history")
	ResponseEntity<History> history(
			@PathVariable @Pattern(regexp = "[A-Z]{3}",
					message = "a code of three capital letters, such as USD") String currency,
			@RequestParam(defaultValue = "30") @Min(1) @Max(365) int days) {
		LocalDate since = BoardHistory.day(this.clock.instant()).minusDays(days);
		return answer(new History(currency,
				this.history.since(since)
					.stream()
					.flatMap((board) -> board.find(currency).map((rate) -> History.Day.of(board, rate)).stream())
					.toList()));
	}

	private static <T> ResponseEntity<T> answer(T body) {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
	}

	/**
	 * A currency's rates of each day.
	 *
	 * @param currency ISO 4217 code
	 * @param items the oldest day first
	 */
	record History(String currency, List<Day> items) {

		/**
		 * The last rates of a day.
		 *
		 * @param date of the day in Vietnam's time
		 * @param prices in đồng
		 */
		record Day(LocalDate date, @JsonUnwrapped BoardAnswer.Prices prices) {

			static Day of(Board board, Rate rate) {
				return new Day(BoardHistory.day(board.times().fetched()), BoardAnswer.Prices.of(rate));
			}

		}

	}

}
