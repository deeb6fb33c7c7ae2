package vn.bantin.gateway.site.answer;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a page waits for what it shows.
 *
 * @param articleWithin how long a page waits for its own content
 * @param listWithin how long a page waits for lists beside it
 * @param partWithin how long a page waits for stars, weather and rates before it leaves
 * them out
 * @param sharedFor how long pages share one answer about what they all show, unless it
 * changes; 0 to ask for every page
 * @param lastGoodFor how long the last good answer stands in for one that is missing
 */
@ConfigurationProperties("bantin.site")
record AnswerProperties(@DefaultValue("2s") Duration articleWithin, @DefaultValue("1s") Duration listWithin,
		@DefaultValue("500ms") Duration partWithin, @DefaultValue("5s") Duration sharedFor,
		@DefaultValue("24h") Duration lastGoodFor) {
}
