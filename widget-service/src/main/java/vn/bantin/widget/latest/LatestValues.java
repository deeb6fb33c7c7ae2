package vn.bantin.widget.latest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.projection.Projection;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.provenance.Times;
import vn.bantin.widget.weather.Forecast;

/**
 * The last forecast of each place and the last board, in the memory of every instance, so
 * that an answer waits for nothing.
 */
@Component
public class LatestValues implements Projection {

	private final Map<String, Forecast> forecasts = new ConcurrentHashMap<>();

	private final AtomicReference<@Nullable Board> board = new AtomicReference<>();

	private final JsonMapper json;

	LatestValues(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Set<String> topics() {
		return Set.of(Announcer.FORECASTS, Announcer.EXCHANGE_RATES);
	}

	@Override
	public void apply(ConsumerRecord<byte[], byte[]> event) {
		Observed observed = this.json.readValue(event.value(), Observed.class);
		if (event.topic().equals(Announcer.FORECASTS)) {
			Forecast forecast = observed.forecast();
			if (forecast == null || forecast.place() == null || forecast.times() == null) {
				throw new IllegalArgumentException("An event without a forecast, its place or its times");
			}
			this.forecasts.merge(forecast.place().slug(), forecast,
					(known, it) -> isOlder(it.times(), known.times()) ? known : it);
		}
		else {
			Board board = observed.board();
			if (board == null || board.rates() == null || board.times() == null) {
				throw new IllegalArgumentException("An event without a board, its rates or its times");
			}
			this.board.accumulateAndGet(board,
					(known, it) -> (known != null && isOlder(board.times(), known.times())) ? known : it);
		}
	}

	private static boolean isOlder(Times one, Times other) {
		return one.fetched().isBefore(other.fetched());
	}

	/**
	 * The last forecast of a place.
	 * @param place its slug
	 * @return empty when there was none yet
	 */
	public Optional<Forecast> forecast(String place) {
		return Optional.ofNullable(this.forecasts.get(place));
	}

	/**
	 * The last board.
	 * @return empty when there was none yet
	 */
	public Optional<Board> board() {
		return Optional.ofNullable(this.board.get());
	}

	@Override
	public void clear() {
		this.forecasts.clear();
		this.board.set(null);
	}

	/**
	 * What is read of {@code forecast.observed.v1} and
	 * {@code exchange-rates.observed.v1}.
	 */
	record Observed(@Nullable Forecast forecast, @Nullable Board board) {
	}

}
