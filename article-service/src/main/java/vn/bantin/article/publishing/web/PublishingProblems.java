package vn.bantin.article.publishing.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.bantin.service.problem.Problems;
import vn.bantin.article.publishing.Refusal;
import vn.bantin.article.publishing.Refusal.ArticleNotFound;
import vn.bantin.article.publishing.Refusal.InvalidInput;
import vn.bantin.article.publishing.Refusal.StaleRevision;
import vn.bantin.article.publishing.Refusal.WrongState;

/** What the newsroom is told when its request is refused; precedes the general advice. */
@RestControllerAdvice
@Order(0)
class PublishingProblems {

	@ExceptionHandler
	ProblemDetail handle(Refusal refusal) {
		return switch (refusal) {
			case InvalidInput it -> Problems.invalid(it.reason(), it.violations());
			case ArticleNotFound it ->
				Problems.of(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article", it.reason());
			case WrongState it ->
				Problems.of(HttpStatus.CONFLICT, "wrong-state", "The article's state does not allow this", it.reason());
			case StaleRevision it -> stale(it, JsonNodeFactory.instance.objectNode());
		};
	}

	@ExceptionHandler
	ProblemDetail handle(IfMatch.Missing ex) {
		return Problems.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required", "A revision is needed",
				"This request needs the header If-Match with " + IfMatch.ALLOWED + ".");
	}

	/** Shows both versions, so that an editor can merge them. */
	static ProblemDetail stale(StaleRevision ex, ObjectNode yours) {
		ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "stale-revision", "Somebody else changed the article",
				ex.reason());
		problem.setProperty("current", ArticleJson.of(ex.current()));
		problem.setProperty("yours", yours.put("revision", ex.expected()));
		return problem;
	}

}
