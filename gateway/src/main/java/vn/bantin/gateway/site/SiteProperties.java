package vn.bantin.gateway.site;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient a page is, and where the paper is at home.
 *
 * @param url the address that pages name as their own; without it, the one that they were
 * asked for at
 * @param articleWithin how long a page waits for what it is about
 * @param listWithin how long a page waits for lists beside that
 * @param partWithin how long a page waits for stars, weather and rates before it goes
 * without them
 * @param sharedFor how long what stands on many pages is drawn from one answer; 0 to ask
 * for every page. Promise 2 leaves a second from publication to what readers see
 */
@ConfigurationProperties("bantin.site")
record SiteProperties(@Nullable URI url, @DefaultValue("2s") Duration articleWithin,
		@DefaultValue("1s") Duration listWithin, @DefaultValue("500ms") Duration partWithin,
		@DefaultValue("500ms") Duration sharedFor) {
}
