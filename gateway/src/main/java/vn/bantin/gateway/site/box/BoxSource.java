package vn.bantin.gateway.site.box;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.bantin.gateway.origin.Origin;
import vn.bantin.gateway.site.answer.Answers;
import vn.bantin.gateway.site.answer.Name;
import vn.bantin.gateway.site.story.Stories;

/** Gets the boxes from the services. */
@Component
public class BoxSource {

	/** One more than a page shows, in case it is about one of them. */
	private static final String PHOTO_STORIES = "kind=photo-story&limit=" + (Boxes.PHOTO_STORIES + 1);

	/** The selling rate of the most wanted currency in the last month. */
	private static final String CHART = "/api/widgets/exchange-rates/USD/history?days=30";

	private final Stories stories;

	private final Function<String, Mono<Optional<Forecast>>> forecasts;

	private final Function<String, Mono<Optional<List<Name>>>> places;

	private final Function<String, Mono<Optional<Board>>> boards;

	private final Function<String, Mono<Optional<Optional<Chart>>>> charts;

	BoxSource(Stories stories, Answers answers) {
		this.stories = stories;
		this.forecasts = answers.cached(Origin.WIDGET, Forecast::read);
		this.places = answers.cached(Origin.WIDGET, (fields) -> Name
			.readAll(fields.list("items").stream().filter((place) -> place.flag("available", true)).toList()));
		this.boards = answers.cached(Origin.WIDGET, Board::read);
		this.charts = answers.cached(Origin.WIDGET, Chart::read);
	}

	/**
	 * The boxes beside a page.
	 * @param place the slug of the province whose weather is shown
	 * @return the boxes that came in time
	 */
	public Mono<Boxes> boxes(String place) {
		return Mono
			.zip(this.stories.listBeside(PHOTO_STORIES), this.forecasts.apply("/api/widgets/weather?place=" + place),
					this.places.apply("/api/widgets/weather/places"), this.boards.apply("/api/widgets/exchange-rates"),
					this.charts.apply(CHART))
			.map((found) -> new Boxes(found.getT1(), found.getT2().orElse(null), found.getT3().orElse(List.of()),
					found.getT4().orElse(null), found.getT5().flatMap(Function.identity()).orElse(null)));
	}

}
