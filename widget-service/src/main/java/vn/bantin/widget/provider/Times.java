package vn.bantin.widget.provider;

import java.time.Instant;

/**
 * The three times of a value, which readers must not take one for another.
 *
 * @param provider when the provider says that it is from
 * @param fetched when we got it
 * @param validUntil when it is to be asked for again; later than that it is old
 */
public record Times(Instant provider, Instant fetched, Instant validUntil) {

	/**
	 * Whether the value may be shown as it is.
	 * @param now the time
	 * @return true until its end
	 */
	public boolean fresh(Instant now) {
		return now.isBefore(this.validUntil);
	}

}
