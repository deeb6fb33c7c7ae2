package vn.bantin.article.reading.web;

import vn.bantin.service.problem.Violation;
import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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

	@ExceptionHandler
	ProblemDetail handle(UnknownArticle ex) {
		return Problems.of(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article", ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail handle(RetractedArticle ex) {
		Retracted article = ex.article;
		ProblemDetail problem = Problems.of(HttpStatus.GONE, "article-retracted", "The article was retracted",
				"The article '" + article.id() + "' was retracted: " + article.retractionReason());
		problem.setProperty("reason", article.retractionReason());
		problem.setProperty("retracted", article.retracted());
		return problem;
	}

	/** Readers never saw an article with this id. */
	static final class UnknownArticle extends RuntimeException {

		private static final long serialVersionUID = 1L;

		UnknownArticle(String id) {
			super("There is no article '" + id + "'.");
		}

	}

	/** Readers saw the article until it was retracted. */
	static final class RetractedArticle extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final transient Retracted article;

		RetractedArticle(Retracted article) {
			super(article.id() + " was retracted");
			this.article = article;
		}

	}

}
