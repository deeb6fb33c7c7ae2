package vn.bantin.widget.fetching;

import java.io.IOException;
import java.time.Clock;

import org.jspecify.annotations.Nullable;
import vn.bantin.widget.announcing.Announcer;
import vn.bantin.widget.announcing.NotAnnounced;
import vn.bantin.widget.exchangerates.Board;
import vn.bantin.widget.fetching.ProviderClient.Answer;

/** Fetches the bank's board and announces it. */
class BoardFetch {

	private final FetchingProperties properties;

	private final ProviderClient client;

	private final VietcombankXml bank;

	private final Announcer announcer;

	private final Clock clock;

	BoardFetch(FetchingProperties properties, ProviderClient client, Announcer announcer, Clock clock) {
		this.properties = properties;
		this.client = client;
		this.bank = new VietcombankXml(properties.sample());
		this.announcer = announcer;
		this.clock = clock;
	}

	String fetch(@Nullable Board last) throws IOException, Rejected, NotAnnounced {
		Answer answer = this.client.get(this.properties.vietcombankXml(), "text/xml", null);
		if (answer.body() == null) {
			throw new Rejected("'not modified' to an unconditional request");
		}
		Board board = this.bank.read(answer.body(), this.clock.instant());
		BoardChecks.check(board, last);
		this.announcer.announce(board);
		return "announced";
	}

}
