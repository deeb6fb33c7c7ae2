package vn.bantin.widget.web;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import vn.bantin.widget.provenance.Times;

/** What readers may think of a widget's value. */
enum State {

	/** It is valid. */
	@JsonProperty("fresh")
	FRESH,

	/** It is the last one, and no longer valid. */
	@JsonProperty("old")
	OLD,

	/** There is none yet. */
	@JsonProperty("missing")
	MISSING;

	static State of(@Nullable Times times, Instant now) {
		if (times == null) {
			return MISSING;
		}
		return times.fresh(now) ? FRESH : OLD;
	}

}
