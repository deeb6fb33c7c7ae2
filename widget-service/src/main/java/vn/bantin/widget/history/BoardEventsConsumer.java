package vn.bantin.widget.history;

import java.util.function.Consumer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.widget.exchangerates.Board;

/** Keeps the boards that were announced. */
@Configuration(proxyBeanMethods = false)
class BoardEventsConsumer {

	@Bean
	Consumer<Message<?>> keepHistory(BoardHistory history, JsonMapper json) {
		return (event) -> history.keep(read(event, json));
	}

	static Board read(Message<?> event, JsonMapper json) {
		if (event.getPayload() instanceof byte[] data) {
			Board board = json.treeToValue(json.readTree(data).path("board"), Board.class);
			if (board.times() == null || board.rates() == null) {
				throw new IllegalArgumentException("A board's event without rates or times");
			}
			return board;
		}
		throw new IllegalArgumentException("A board's event without data");
	}

}
