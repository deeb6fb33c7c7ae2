package vn.bantin.gateway.site.answer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import vn.bantin.gateway.origin.Origins;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param connection the {@code Connection} header
 * @param behind whether it is older than what is known to have changed
 * @param body the whole body, empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record OriginAnswer(int status, @Nullable String connection, boolean behind, byte[] body) implements Origins.Reply {

	OriginAnswer(int status, HttpHeaders headers, byte[] body) {
		this(status, headers.getFirst(HttpHeaders.CONNECTION), headers.containsHeader(Origins.BEHIND), body);
	}

}
