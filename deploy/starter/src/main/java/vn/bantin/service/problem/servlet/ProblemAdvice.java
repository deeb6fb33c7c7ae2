package vn.bantin.service.problem.servlet;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.exc.MismatchedInputException;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.Unavailable;
import vn.bantin.service.problem.Violation;

/**
 * The table from exception to problem detail for what every service may meet. A service's
 * own exceptions are mapped by an advice of its own, which comes first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

	static final String RETRY_AFTER_SECONDS = "2";

	private static final Logger failures = LoggerFactory.getLogger(ProblemAdvice.class);

	/** Codes of what Spring itself refuses. */
	private static final Map<Integer, String> CODES = Map.of(400, "invalid-request", 404, "not-found", 405,
			"method-not-allowed", 406, "not-acceptable", 413, "too-large", 415, "unsupported-media-type");

	@ExceptionHandler
	ProblemDetail handle(InvalidRequest ex) {
		return Problems.invalid(ex.violations());
	}

	@ExceptionHandler
	ProblemDetail handle(TooLarge ex) {
		return tooLarge(ex);
	}

	@ExceptionHandler
	ProblemDetail handle(MultipartException ex) {
		return Problems.invalid("The parts of the body cannot be read.",
				List.of(new Violation("", null, "multipart/form-data, complete")));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Unavailable ex) {
		return ResponseEntity.of(Problems.unavailable(ex.getMessage()))
			.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
			.build();
	}

	@ExceptionHandler
	ProblemDetail handle(Exception ex) {
		failures.error("Unexpected failure", ex);
		return Problems.internal();
	}

	private static ProblemDetail tooLarge(TooLarge ex) {
		return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large", ex.getMessage());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getRootCause() instanceof TooLarge tooLarge) {
			return super.handleExceptionInternal(ex, tooLarge(tooLarge), headers, HttpStatus.CONTENT_TOO_LARGE,
					request);
		}
		ProblemDetail problem = (ex.getCause() instanceof MismatchedInputException mismatch)
				? Problems.invalid(Violations.of(mismatch)) : Problems.invalid("The body is not valid JSON.",
						List.of(new Violation("", null, "one JSON object in UTF-8")));
		return super.handleExceptionInternal(ex, problem, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		List<Violation> violations = Violations.of(ex);
		if (!violations.isEmpty()) {
			return super.handleExceptionInternal(ex, Problems.invalid(violations), headers, HttpStatus.BAD_REQUEST,
					request);
		}
		ResponseEntity<Object> answer = super.handleExceptionInternal(ex, body, headers, status, request);
		if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
			problem
				.setType(Problems.type(Objects.requireNonNull(CODES.getOrDefault(status.value(), "invalid-request"))));
		}
		return answer;
	}

}
