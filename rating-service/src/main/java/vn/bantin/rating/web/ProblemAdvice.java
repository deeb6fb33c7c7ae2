package vn.bantin.rating.web;

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
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.bantin.rating.casting.NotAwaited;
import vn.bantin.rating.casting.NotOpenForRating;
import vn.bantin.rating.casting.UnknownArticle;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one table from exception to problem detail. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger problems = LoggerFactory.getLogger(ProblemAdvice.class);

	/** Codes of what Spring itself refuses. */
	private static final Map<Integer, String> CODES = Map.of(400, "invalid-request", 404, "not-found", 405,
			"method-not-allowed", 406, "not-acceptable", 413, "too-large", 415, "unsupported-media-type");

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(InvalidRequest ex) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid",
				ex.getMessage());
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("field", ex.field());
		error.put("value", ex.value());
		error.put("allowed", ex.allowed());
		problem.setProperty("errors", List.of(error));
		return answer(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(UnknownArticle ex) {
		return answer(problem(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article", ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(NotOpenForRating ex) {
		return answer(
				problem(HttpStatus.CONFLICT, "not-open-for-rating", "The article cannot be rated", ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(NotAwaited ex) {
		return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for now", ex.getMessage()));
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(MongoException ex) {
		problems.warn("The database did not answer: {}", ex.toString());
		ProblemDetail problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for now",
				"The database does not answer; whether the vote was stored is not known. Send it again.");
		return ResponseEntity.status(problem.getStatus())
			.header(HttpHeaders.RETRY_AFTER, "2")
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(problem);
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(Exception ex) {
		problems.error("Not expected", ex);
		return answer(problem(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here",
				"The request could not be carried out; it was noted in the log."));
	}

	private static ProblemDetail problem(HttpStatus status, String code, String title, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + code));
		problem.setTitle(title);
		return problem;
	}

	private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
		return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
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
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ResponseEntity<Object> answer = super.handleExceptionInternal(ex, body, headers, status, request);
		if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
			problem.setType(URI.create("/problems/" + CODES.getOrDefault(status.value(), "invalid-request")));
		}
		return answer;
	}

}
