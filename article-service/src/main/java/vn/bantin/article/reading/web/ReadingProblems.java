package vn.bantin.article.reading.web;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.bantin.article.Problems;
import vn.bantin.article.publishing.Fault;
import vn.bantin.article.reading.ArticleSearch.BadCursor;
import vn.bantin.article.reading.PublicArticle.Retracted;

/** What readers are told when there is no answer; precedes the general advice. */
@RestControllerAdvice
@Order(0)
class ReadingProblems {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(BadCursor ex) {
		return Problems.invalid(String.valueOf(ex.getMessage()),
				List.of(new Fault("cursor", ex.cursor(), "the cursor of a next link of the same list")));
	}

	static ResponseEntity<ProblemDetail> notFound(String id) {
		return Problems.problem(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article",
				"There is no article '" + id + "'.", (it) -> {
				});
	}

	static ResponseEntity<ProblemDetail> retracted(Retracted article) {
		return Problems.problem(HttpStatus.GONE, "article-retracted", "The article was retracted",
				"The article '" + article.id() + "' was retracted: " + article.retractionReason(), (it) -> {
					it.setProperty("reason", article.retractionReason());
					it.setProperty("retracted", article.retracted());
				});
	}

}
