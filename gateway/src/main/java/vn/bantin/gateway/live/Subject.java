package vn.bantin.gateway.live;

import vn.bantin.gateway.change.Change;

/**
 * Something that an open page shows and that may change.
 *
 * @param kind what it is
 * @param name the article's id or the place's slug; empty where there is only one
 */
record Subject(Kind kind, String name) {

	static final Subject EXCHANGE_RATES = new Subject(Kind.EXCHANGE_RATES, "");

	static Subject tally(String article) {
		return new Subject(Kind.TALLY, article);
	}

	static Subject article(String id) {
		return new Subject(Kind.ARTICLE, id);
	}

	static Subject weather(String place) {
		return new Subject(Kind.WEATHER, place);
	}

	static Subject of(Change change) {
		return switch (change) {
			case Change.Article article -> article(article.id());
			case Change.Tally tally -> tally(tally.article());
			case Change.Forecast forecast -> weather(forecast.place());
			case Change.ExchangeRates _ -> EXCHANGE_RATES;
		};
	}

	/** The versions of a subject only ever rise, at every gateway alike. */
	static long version(Change change) {
		return switch (change) {
			case Change.Article article -> article.revision();
			case Change.Tally tally -> tally.version();
			case Change.Forecast forecast -> forecast.time().toEpochMilli();
			case Change.ExchangeRates rates -> rates.time().toEpochMilli();
		};
	}

	/** As in the ids of events. */
	@Override
	public String toString() {
		return this.name.isEmpty() ? this.kind.event : this.kind.event + "-" + this.name;
	}

	/** The kinds of subjects. */
	enum Kind {

		/** What readers gave an article. */
		TALLY("tally"),
		/** What became of an article. */
		ARTICLE("article"),
		/** The weather of a place. */
		WEATHER("weather"),
		/** The bank's board. */
		EXCHANGE_RATES("exchange-rates");

		private final String event;

		Kind(String event) {
			this.event = event;
		}

		/** The name of its events. */
		String event() {
			return this.event;
		}

	}

}
