package vn.bantin.widget.history;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.exchangerates.Board;

/** Keeps every board that is announced. */
@Configuration(proxyBeanMethods = false)
class BoardEventsConsumer {

	@Bean
	Consumer<byte[]> keepHistory(BoardHistory history, JsonMapper json) {
		return (event) -> history.keep(read(event, json));
	}

	private static Board read(byte[] event, JsonMapper json) {
		Board board = json.readValue(event, Observed.class).board();
		if (board == null || board.times() == null || board.rates() == null) {
			throw new IllegalArgumentException("An event without a board, its rates or its times");
		}
		return board;
	}

	/** What is read of {@code exchange-rates.observed.v1}. */
	record Observed(@Nullable Board board) {
	}

}
