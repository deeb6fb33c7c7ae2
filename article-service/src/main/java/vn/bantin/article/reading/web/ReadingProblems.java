package vn.bantin.article.reading.web;

import vn.bantin.service.problem.Violation;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.bantin.service.problem.Problems;
import vn.bantin.article.reading.ArticleSearch.BadCursor;
import vn.bantin.article.reading.PublicArticle.Retracted;

/** What readers are told when there is no answer; precedes the general advice. */
@RestControllerAdvice
@Order(0)
class ReadingProblems {

	@ExceptionHandler
	ProblemDetail handle(BadCursor ex) {
		return Problems.invalid(ex.getMessage(),
				List.of(new Violation("cursor", ex.cursor(), "the cursor of a next link of the same list")));
	}

	static ResponseEntity<?> notFound(String id) {
		return ResponseEntity.of(Problems.of(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article",
				"There is no article '" + id + "'."))
			.build();
	}

	static ResponseEntity<?> retracted(Retracted article) {
		ProblemDetail problem = Problems.of(HttpStatus.GONE, "article-retracted", "The article was retracted",
				"The article '" + article.id() + "' was retracted: " + article.retractionReason());
		problem.setProperty("reason", article.retractionReason());
		problem.setProperty("retracted", article.retracted());
		return ResponseEntity.of(problem).build();
	}

}
