package vn.bantin.widget.fetching;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom to ask and how often.
 *
 * @param metNorway base address of MET Norway's API
 * @param vietcombankXml address of the bank's XML board
 * @param contact who we are, for the providers: an address of mail or web. Without it the
 * real ones are not asked, since their terms want it
 * @param sample whether the addresses are of sample providers, and every value made up
 * @param look how often to look whether something is due
 * @param retry how long to leave a provider alone after a failure
 */
@ConfigurationProperties("bantin.fetching")
record FetchingProperties(URI metNorway, URI vietcombankXml, String contact, boolean sample, Duration look,
		Duration retry) {

	boolean allowed() {
		return this.sample || !this.contact.isBlank();
	}

}
