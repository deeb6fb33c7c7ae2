package vn.bantin.service.problem;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Makes problem details whose type is {@code /problems/} and a code. */
public final class Problems {

	/** The sender of a body full of errors needs to see only the first ones. */
	private static final int MOST_ERRORS = 50;

	private static final int MOST_SENTENCES = 3;

	private static final int LONGEST_VALUE = 200;

	private Problems() {
	}

	/**
	 * A problem detail.
	 * @param status the HTTP status
	 * @param code the last part of the type, such as {@code not-found}
	 * @param title what kind of problem
	 * @param detail what happened here, with the actual values
	 * @return the problem detail
	 */
	public static ProblemDetail of(HttpStatus status, String code, String title, @Nullable String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(type(code));
		problem.setTitle(title);
		return problem;
	}

	/**
	 * 400: the request breaks rules.
	 * @param violations the fields at fault; the first 50 are shown
	 * @return the problem detail with a member {@code errors}
	 */
	public static ProblemDetail invalid(List<Violation> violations) {
		return invalid(
				violations.stream().limit(MOST_SENTENCES).map(Violation::sentence).collect(Collectors.joining(" ")),
				violations);
	}

	/**
	 * 400: the request breaks rules.
	 * @param detail what is wrong with it as a whole
	 * @param violations the fields at fault; the first 50 are shown
	 * @return the problem detail with a member {@code errors}
	 */
	public static ProblemDetail invalid(@Nullable String detail, List<Violation> violations) {
		ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "invalid-request", "The request is not valid", detail);
		problem.setProperty("errors", violations.stream().limit(MOST_ERRORS).map(Problems::error).toList());
		return problem;
	}

	/**
	 * 503: the same request may succeed soon.
	 * @param detail what the caller should know
	 * @return the problem detail, to be sent with {@code Retry-After}
	 */
	public static ProblemDetail unavailable(@Nullable String detail) {
		return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for now", detail);
	}

	/**
	 * 500: a fault of ours, which the caller learns nothing more of.
	 * @return the problem detail
	 */
	public static ProblemDetail internal() {
		return of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here",
				"The request could not be carried out; the failure was logged.");
	}

	/**
	 * The type of a problem.
	 * @param code its last part
	 * @return the type
	 */
	public static URI type(String code) {
		return URI.create("/problems/" + code);
	}

	private static Map<String, @Nullable Object> error(Violation violation) {
		Map<String, @Nullable Object> error = new LinkedHashMap<>();
		error.put("field", shortened(violation.field()));
		error.put("value", shortened(violation.value()));
		error.put("allowed", violation.allowed());
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

}
