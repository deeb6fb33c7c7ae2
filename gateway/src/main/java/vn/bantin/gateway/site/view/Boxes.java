package vn.bantin.gateway.site.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.bantin.gateway.site.content.Board;
import vn.bantin.gateway.site.content.Chart;
import vn.bantin.gateway.site.content.Forecast;
import vn.bantin.gateway.site.content.Name;
import vn.bantin.gateway.site.content.Story;

/**
 * The boxes beside the text. One that could not be had in time is left out.
 *
 * @param photoStories the newest photo stories
 * @param forecast the weather
 * @param places the provinces to choose from
 * @param board the exchange rates
 * @param chart how the most asked for of them went
 */
public record Boxes(List<Story> photoStories, @Nullable Forecast forecast, List<Name> places, @Nullable Board board,
		@Nullable Chart chart) {
}
