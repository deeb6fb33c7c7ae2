package vn.bantin.service.problem.servlet;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.bantin.service.problem.Problems;

/** A database that does not answer is an outage, not a fault of the service. */
@RestControllerAdvice
@Order(DatabaseProblemAdvice.BEFORE_PROBLEM_ADVICE)
class DatabaseProblemAdvice {

	static final int BEFORE_PROBLEM_ADVICE = 1000;

	private static final Logger logger = LoggerFactory.getLogger(DatabaseProblemAdvice.class);

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(MongoException ex, HttpServletRequest request) {
		logger.warn("The database did not answer: {}", ex.toString());
		boolean read = HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
		ProblemDetail problem = Problems.unavailable(read ? "The database does not answer; ask again in a moment."
				: "The database does not answer; whether the change was stored is not known. "
						+ "Send the same request again, with the same Idempotency-Key if it had one.");
		return ResponseEntity.of(problem).header(HttpHeaders.RETRY_AFTER, ProblemAdvice.RETRY_AFTER_SECONDS).build();
	}

}
