package vn.bantin.widget.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.mongo.Upserts;
import vn.bantin.widget.exchangerates.Board;

/** Keeps the last board of each day, in Vietnam's time, in MongoDB. */
@Component
public class BoardHistory {

	private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

	private final MongoCollection<Document> boards;

	private final JsonMapper json;

	BoardHistory(MongoDatabase database, JsonMapper json) {
		this.boards = database.getCollection("boards");
		this.json = json;
	}

	/** Keeps a board unless its day has a later one: events may come twice or late. */
	void keep(Board board) {
		Instant fetched = board.times().fetched();
		Upserts.keepNewest(this.boards,
				List.of(Upserts.of(
						Filters.and(Filters.eq(day(fetched).toString()), Filters.lte("fetched", Date.from(fetched))),
						Updates.combine(Updates.set("fetched", Date.from(fetched)),
								Updates.set("board", this.json.writeValueAsString(board))))));
	}

	/**
	 * Finds the board to compare one with.
	 * @param board any board
	 * @return the last board of the latest day before its own, empty when there is none
	 */
	public Optional<Board> before(Board board) {
		return Optional
			.ofNullable(this.boards.find(Filters.lt("_id", day(board.times().fetched()).toString()))
				.sort(Sorts.descending("_id"))
				.first())
			.map(this::read);
	}

	/**
	 * Finds the boards from a day on.
	 * @param since the first day
	 * @return the last board of each day, the oldest first
	 */
	public List<Board> since(LocalDate since) {
		return this.boards.find(Filters.gte("_id", since.toString()))
			.sort(Sorts.ascending("_id"))
			.map(this::read)
			.into(new ArrayList<>());
	}

	private Board read(Document document) {
		return this.json.readValue(Objects.requireNonNull(document.getString("board")), Board.class);
	}

	/**
	 * The date in Vietnam.
	 * @param time any time
	 * @return its date there
	 */
	public static LocalDate day(Instant time) {
		return time.atZone(VIETNAM).toLocalDate();
	}

}
