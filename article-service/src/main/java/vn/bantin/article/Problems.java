package vn.bantin.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import vn.bantin.article.publishing.Fault;

/**
 * The closed list of this service's problem details (RFC 9457); the README shows it as a
 * table.
 */
public final class Problems {

	/** Of a body that is wrong all over, its sender needs to see the beginning only. */
	private static final int MOST_ERRORS = 50;

	private static final int LONGEST_VALUE = 200;

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
				(it) -> it.setProperty("errors", faults.stream().limit(MOST_ERRORS).map(Problems::error).toList()));
	}

	private static Map<String, Object> error(Fault fault) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("field", shortened(fault.field()));
		error.put("value", shortened(fault.value()));
		error.put("allowed", fault.allowed());
		return error;
	}

	/** The value as it was sent, unless it is long or cannot be written. */
	private static @Nullable Object shortened(@Nullable Object value) {
		String text = String.valueOf(value);
		String shown = (text.length() <= LONGEST_VALUE) ? text : text.substring(0, LONGEST_VALUE) + "…";
		// Half of a surrogate pair, sent as such or left by the cut, has no bytes in
		// UTF-8.
		String whole = new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		return whole.equals(text) ? value : whole;
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
