package vn.bantin.widget.provenance;

import java.time.Instant;

/**
 * The three times of a value, which readers must not confuse.
 *
 * @param provider when the provider made it
 * @param fetched when it was fetched
 * @param validUntil when it has to be fetched again; from then on it is old
 */
public record Times(Instant provider, Instant fetched, Instant validUntil) {

	/**
	 * Whether the value is still valid.
	 * @param now the time
	 * @return false from {@code validUntil} on
	 */
	public boolean fresh(Instant now) {
		return now.isBefore(this.validUntil);
	}

}
