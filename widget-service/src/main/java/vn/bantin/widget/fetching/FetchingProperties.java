package vn.bantin.widget.fetching;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The providers, and how often they are asked.
 *
 * @param metNorway base address of MET Norway's API
 * @param vietcombankXml address of the bank's XML board
 * @param contact mail or web address where the providers can reach us; the real ones are
 * not asked without it, since their terms require it
 * @param sample whether the addresses are those of sample providers, whose values are
 * made up
 * @param pollInterval time between two checks for what is due
 * @param retry time to wait after a failed attempt
 */
@ConfigurationProperties("bantin.fetching")
record FetchingProperties(URI metNorway, URI vietcombankXml, String contact, boolean sample, Duration pollInterval,
		Duration retry) {

	boolean allowed() {
		return this.sample || !this.contact.isBlank();
	}

}
