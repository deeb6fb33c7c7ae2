package vn.bantin.gateway.cache;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which state of its article an answer shows. It is part of the answer's entity tag, so
 * that a reader who has seen a newer one, perhaps from another gateway, says so.
 *
 * @param revision of the article, 0 when the answer is about none
 * @param tally of its tally, 0 when it shows none
 */
record Version(long revision, long tally) {

	private static final Pattern IN_TAG = Pattern.compile("\"r(\\d{1,18})t(\\d{1,18})-");

	static final Version NONE = new Version(0, 0);

	/** The version that a caller has seen, by its {@code If-None-Match} header. */
	static Version seen(@Nullable String ifNoneMatch) {
		Matcher tag = IN_TAG.matcher((ifNoneMatch != null) ? ifNoneMatch : "");
		return tag.find() ? new Version(Long.parseLong(tag.group(1)), Long.parseLong(tag.group(2))) : NONE;
	}

	boolean isOlderThan(Version seen) {
		return this.revision < seen.revision || this.tally < seen.tally;
	}

	/** Whether it is known to be older than another; what is not known is not. */
	boolean isKnownToBeOlderThan(Version other) {
		return (this.revision != 0 && this.revision < other.revision) || (this.tally != 0 && this.tally < other.tally);
	}

	String tag(String generation) {
		return "r" + this.revision + "t" + this.tally + "-" + generation;
	}

}
