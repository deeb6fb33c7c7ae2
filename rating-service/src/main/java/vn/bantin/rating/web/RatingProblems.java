package vn.bantin.rating.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.bantin.rating.casting.NotAwaited;
import vn.bantin.rating.casting.NotOpenForRating;
import vn.bantin.rating.casting.UnknownArticle;
import vn.bantin.service.problem.Problems;

/** What readers may not do with their votes, as problem details. */
@RestControllerAdvice
@Order(0)
class RatingProblems {

	@ExceptionHandler
	ProblemDetail handle(UnknownArticle ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail handle(NotOpenForRating ex) {
		return Problems.of(HttpStatus.CONFLICT, "not-open-for-rating", "The article cannot be rated", ex.getMessage());
	}

	/** Nobody waits for the answer, so it does not say when to try again. */
	@ExceptionHandler
	ProblemDetail handle(NotAwaited ex) {
		return Problems.unavailable(ex.getMessage());
	}

}
