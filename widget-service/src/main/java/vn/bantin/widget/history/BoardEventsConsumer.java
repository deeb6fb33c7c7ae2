package vn.bantin.widget.history;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.exchangerates.Board;

/** Keeps every board that is announced. */
@Configuration(proxyBeanMethods = false)
class BoardEventsConsumer {

	@Bean
	Consumer<Message<?>> keepHistory(BoardHistory history, JsonMapper json) {
		return (event) -> history.keep(read(event, json));
	}

	private static Board read(Message<?> event, JsonMapper json) {
		if (event.getPayload() instanceof byte[] data) {
			Board board = json.readValue(data, Observed.class).board();
			if (board != null && board.times() != null && board.rates() != null) {
				return board;
			}
		}
		throw new IllegalArgumentException("An event without a board, its rates or its times");
	}

	/** What is read of {@code exchange-rates.observed.v1}. */
	record Observed(@Nullable Board board) {
	}

}
