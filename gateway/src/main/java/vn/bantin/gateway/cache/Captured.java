package vn.bantin.gateway.cache;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What Spring answered, before it is kept.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body, not encoded
 */
@SuppressWarnings("ArrayRecordComponent")
record Captured(HttpStatusCode status, HttpHeaders headers, byte[] body) {

	boolean isFailure() {
		return this.status.is5xxServerError();
	}

}
