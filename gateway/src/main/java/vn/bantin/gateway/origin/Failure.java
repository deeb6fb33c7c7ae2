package vn.bantin.gateway.origin;

import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import io.netty.handler.timeout.ReadTimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;

/** Why a request got no answer, as far as it decides what happens next. */
enum Failure {

	/** There was no connection, so nothing was sent. */
	UNREACHABLE,

	/** The answer did not come in time. */
	LATE,

	/** The connection broke before the answer was there. */
	BROKEN,

	/** Not the instance's fault. */
	OTHER;

	static Failure of(Throwable thrown) {
		return switch (thrown) {
			case ConnectException _ -> UNREACHABLE;
			case ReadTimeoutException _, TimeoutException _ -> LATE;
			case IOException _ -> BROKEN;
			// The form that Spring Cloud Gateway gives a timeout of a routed request.
			case ErrorResponse response when response.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT -> LATE;
			default -> OTHER;
		};
	}

}
