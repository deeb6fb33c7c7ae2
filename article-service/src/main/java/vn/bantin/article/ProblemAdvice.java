package vn.bantin.article;

import com.mongodb.MongoException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.bantin.article.publishing.Fault;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one table from exception to problem detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger problems = LoggerFactory.getLogger(ProblemAdvice.class);

	/** Codes of what Spring itself refuses. */
	private static final Map<Integer, String> CODES = Map.of(400, "invalid-request", 404, "not-found", 405,
			"method-not-allowed", 406, "not-acceptable", 413, "too-large", 415, "unsupported-media-type");

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(InvalidRequest ex) {
		return Problems.invalid(String.valueOf(ex.getMessage()), ex.faults());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(MultipartException ex) {
		return Problems.invalid("The parts of the body cannot be read.",
				List.of(new Fault("", null, "multipart/form-data with one part named file")));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(TooLarge ex) {
		return Problems.problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large",
				String.valueOf(ex.getMessage()), (it) -> {
				});
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(MongoException ex) {
		problems.warn("The database did not answer: {}", ex.toString());
		return unavailable("The database does not answer; whether this was stored is not known. "
				+ "Send the same request again, with the same Idempotency-Key.");
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Unavailable ex) {
		return unavailable(String.valueOf(ex.getMessage()));
	}

	private static ResponseEntity<ProblemDetail> unavailable(String detail) {
		ResponseEntity<ProblemDetail> answer = Problems.problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
				"Not available for now", detail, (it) -> {
				});
		return ResponseEntity.status(answer.getStatusCode())
			.header(HttpHeaders.RETRY_AFTER, "2")
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(answer.getBody());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Exception ex) {
		problems.error("Not expected", ex);
		return Problems.problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here",
				"The request could not be carried out; it was noted in the log.", (it) -> {
				});
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getRootCause() instanceof TooLarge tooLarge) {
			ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE,
					tooLarge.getMessage());
			return handleExceptionInternal(ex, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
		}
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "The body is not valid JSON.");
		problem.setProperty("errors", List.of(Map.of("field", "", "allowed", "one JSON object in UTF-8")));
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(MaxUploadSizeExceededException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE,
				"A picture may have at most 10 MiB.");
		return handleExceptionInternal(ex, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ResponseEntity<Object> answer = super.handleExceptionInternal(ex, body, headers, status, request);
		if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
			fault(ex).ifPresent((fault) -> problem.setProperty("errors", List.of(fault)));
			problem.setType(URI.create("/problems/" + CODES.getOrDefault(status.value(), "invalid-request")));
		}
		return answer;
	}

	/** What Spring refuses by itself names its field too. */
	private static Optional<Map<String, String>> fault(Exception ex) {
		return switch (ex) {
			case MethodArgumentTypeMismatchException it -> Optional.of(Map.of("field", it.getName(), "value",
					String.valueOf(it.getValue()), "allowed",
					"int".equals(String.valueOf(it.getRequiredType())) ? "a whole number" : "another kind of value"));
			case MissingServletRequestPartException it ->
				Optional.of(Map.of("field", it.getRequestPartName(), "allowed", "one file"));
			default -> Optional.empty();
		};
	}

}
