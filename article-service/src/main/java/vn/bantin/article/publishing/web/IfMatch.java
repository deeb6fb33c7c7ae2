package vn.bantin.article.publishing.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import vn.bantin.service.problem.InvalidRequest;

/** The header that says which revision a change is based on. */
final class IfMatch {

	static final String ALLOWED = "the revision that your change starts from, such as \"3\"";

	private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

	private IfMatch() {
	}

	static long revision(@Nullable String header) {
		if (header == null) {
			throw new Missing();
		}
		Matcher etag = ETAG.matcher(header.strip());
		if (!etag.matches()) {
			throw new InvalidRequest("If-Match", header, ALLOWED);
		}
		return Long.parseLong(etag.group(1));
	}

	/** A change must say which revision it is based on. */
	static final class Missing extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
