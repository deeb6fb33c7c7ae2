package vn.bantin.article;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import vn.bantin.article.publishing.Fault;

/**
 * The closed list of this service's problem details (RFC 9457); the README shows it as a
 * table.
 */
public final class Problems {

	private Problems() {
	}

	/**
	 * 400: the input breaks rules.
	 * @param detail what cannot be understood
	 * @param faults the fields at fault
	 * @return the answer
	 */
	public static ResponseEntity<ProblemDetail> invalid(String detail, List<Fault> faults) {
		return problem(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid", detail,
				(it) -> it.setProperty("errors", faults.stream().map(Problems::error).toList()));
	}

	private static Map<String, Object> error(Fault fault) {
		Map<String, Object> error = new java.util.LinkedHashMap<>();
		error.put("field", fault.field());
		error.put("value", shortened(fault.value()));
		error.put("allowed", fault.allowed());
		return error;
	}

	/** The value as it was sent, unless it is long. */
	private static @Nullable Object shortened(@Nullable Object value) {
		String text = String.valueOf(value);
		return (text.length() <= 200) ? value : text.substring(0, 200) + "…";
	}

	/**
	 * 404: no such article.
	 * @param id what was asked for
	 * @return the answer
	 */
	public static ResponseEntity<ProblemDetail> articleNotFound(String id) {
		return problem(HttpStatus.NOT_FOUND, "article-not-found", "There is no such article",
				"There is no article '" + id + "'.", (it) -> {
				});
	}

	/**
	 * 410: the article was retracted.
	 * @param article its public state
	 * @return the answer with the reason
	 */
	public static ResponseEntity<ProblemDetail> retracted(JsonNode article) {
		String reason = article.path("retractionReason").asString("");
		return problem(HttpStatus.GONE, "article-retracted", "The article was retracted",
				"The article '" + article.path("id").asString() + "' was retracted: " + reason, (it) -> {
					it.setProperty("reason", reason);
					it.setProperty("retracted", article.path("retracted").asString());
				});
	}

	/**
	 * Any other of the list.
	 * @param status the HTTP status
	 * @param code the last part of the type
	 * @param title what kind of problem
	 * @param detail what happened here, with the actual values
	 * @param more adds members
	 * @return the answer
	 */
	public static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String title, String detail,
			Consumer<ProblemDetail> more) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + code));
		problem.setTitle(title);
		more.accept(problem);
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

}
