package vn.bantin.gateway.origin;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * A request that was not sent, since its service answers too little. It has no stack
 * trace: hundreds are thrown a second while a service is away.
 */
final class Throttled extends RuntimeException implements ErrorResponse {

	private static final long serialVersionUID = 1L;

	Throttled(Origin origin) {
		super(origin.service() + " answers too little to be asked", null, false, false);
	}

	@Override
	public HttpStatusCode getStatusCode() {
		return HttpStatus.SERVICE_UNAVAILABLE;
	}

	@Override
	public HttpHeaders getHeaders() {
		return HttpHeaders.EMPTY;
	}

	@Override
	public ProblemDetail getBody() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(getStatusCode(),
				"The service behind this address is away or has too much to do. Nothing was changed; send it again.");
		problem.setType(URI.create("/problems/unavailable"));
		problem.setTitle("Not available for now");
		return problem;
	}

}
