package vn.bantin.gateway.origin;

import org.springframework.http.HttpHeaders;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the whole body, empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record OriginAnswer(int status, HttpHeaders headers, byte[] body) {
}
