package vn.bantin.gateway.site.box;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.site.answer.Fields;

/**
 * Where the values of a box come from and how old they are.
 *
 * @param source the name of the source
 * @param address where to read more about the source
 * @param sample whether the values are made up for demonstration
 * @param said the source's own time
 * @param fetched when it was fetched from the source
 * @param old whether the values are past the time for which they are valid
 */
record Freshness(@Nullable String source, @Nullable String address, boolean sample, @Nullable Instant said,
		@Nullable Instant fetched, boolean old) {

	static Freshness read(Fields fields) {
		Fields source = fields.object("source");
		Fields times = fields.object("times");
		return new Freshness(source.text("name").orElse(null), source.link("url").orElse(null),
				source.flag("sample", false), times.instant("provider").orElse(null),
				times.instant("fetched").orElse(null), fields.text("state").filter("old"::equals).isPresent());
	}

	static boolean missing(Fields fields) {
		return fields.text("state").filter("missing"::equals).isPresent();
	}

	/**
	 * The time that tells how old the values are: the source's own, or else when they
	 * were fetched.
	 */
	Optional<Instant> since() {
		return Optional.ofNullable((this.said != null) ? this.said : this.fetched);
	}

}
