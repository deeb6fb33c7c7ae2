package vn.bantin.gateway.connection;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.Violation;

/** A request gets no further than the door. It is cheap to throw. */
final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	private final transient ProblemDetail problem;

	private final transient Map<String, String> headers;

	Refused(Reason reason, HttpStatus status, String code, String title, String detail) {
		this(reason, Problems.of(status, code, title, detail), Map.of());
	}

	Refused(Reason reason, ProblemDetail problem, Map<String, String> headers) {
		super(reason.name(), null, false, false);
		this.reason = reason;
		this.problem = problem;
		this.headers = headers;
	}

	/** 400: a part of the request is not as it has to be. */
	static Refused invalid(Reason reason, String field, Object value, String allowed) {
		return new Refused(reason, Problems.invalid(List.of(new Violation(field, value, allowed))), Map.of());
	}

	Reason reason() {
		return this.reason;
	}

	ProblemDetail problem() {
		return this.problem;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	/** Why, as the meter says it. */
	enum Reason {

		/** The head is not HTTP/1.1, or its end or that of the body is in doubt. */
		FRAMING,
		/** Another version of HTTP. */
		VERSION,
		/** The request line or the headers are too long. */
		TOO_LONG,
		/** The body is too large. */
		TOO_LARGE,
		/** Head or body did not come in time. */
		LATE,
		/** No method of ours. */
		METHOD,
		/** The site is not called so. */
		HOST,
		/** Path or query are not written as an address is. */
		TARGET,
		/** The client expects something else than 100-continue. */
		EXPECTATION;

		/** Whether where the next request begins may be in doubt. */
		boolean endsConnection() {
			return switch (this) {
				case FRAMING, VERSION, TOO_LONG, TOO_LARGE, LATE -> true;
				default -> false;
			};
		}

	}

}
