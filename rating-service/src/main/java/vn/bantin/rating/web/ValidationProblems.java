package vn.bantin.rating.web;

import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.ReflectionUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * The problem detail of what Bean Validation, data binding and Jackson refuse: each field
 * with its value and what is allowed. Comes before the general advice.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ValidationProblems {

	/** A field of a body that violates a constraint. */
	@ExceptionHandler
	ProblemDetail handle(MethodArgumentNotValidException ex) {
		return problem(ex.getFieldErrors().stream().map(ValidationProblems::fault).toList());
	}

	private static Fault fault(FieldError error) {
		ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
		String name = error.getField().substring(error.getField().lastIndexOf('.') + 1);
		return new Fault(error.getField(), error.getRejectedValue(),
				allowed(field(violation.getLeafBean().getClass(), name), violation.getMessage()));
	}

	/** A parameter that violates a constraint. */
	@ExceptionHandler
	ProblemDetail handle(HandlerMethodValidationException ex) {
		return problem(ex.getParameterValidationResults().stream().map(ValidationProblems::fault).toList());
	}

	private static Fault fault(ParameterValidationResult result) {
		String messages = result.getResolvableErrors()
			.stream()
			.map(MessageSourceResolvable::getDefaultMessage)
			.collect(Collectors.joining(", "));
		return new Fault(Objects.requireNonNull(result.getMethodParameter().getParameterName()), result.getArgument(),
				allowed(result.getMethodParameter().getParameter(), messages));
	}

	/** A parameter of another type. */
	@ExceptionHandler
	ProblemDetail handle(MethodArgumentTypeMismatchException ex) {
		return problem(List.of(new Fault(ex.getName(), ex.getValue(),
				allowed(ex.getParameter().getParameter(), "another kind of value"))));
	}

	/**
	 * A field of a body that is unknown or of another type, or a body that is no object.
	 */
	@ExceptionHandler
	ProblemDetail handle(MismatchedInputException ex) {
		Object value = (ex instanceof InvalidFormatException invalid) ? invalid.getValue() : null;
		return problem(List.of(new Fault(path(ex.getPath()), value, allowed(ex))));
	}

	private static String allowed(MismatchedInputException ex) {
		if (ex.getPath().isEmpty()) {
			return "a JSON object";
		}
		if (ex instanceof StrictRequests.UnknownField) {
			return ex.getOriginalMessage();
		}
		JacksonException.Reference last = ex.getPath().getLast();
		Class<?> owner = (last.from() instanceof Class<?> type) ? type : last.from().getClass();
		return allowed(field(owner, last.getPropertyName()), "another kind of value");
	}

	private static String path(List<JacksonException.Reference> path) {
		StringBuilder text = new StringBuilder();
		for (JacksonException.Reference step : path) {
			if (step.getPropertyName() == null) {
				text.append('[').append(step.getIndex()).append(']');
			}
			else {
				text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
			}
		}
		return text.toString();
	}

	private static @Nullable AnnotatedElement field(Class<?> owner, @Nullable String name) {
		return (name != null) ? ReflectionUtils.findField(owner, name) : null;
	}

	/** Both bounds of a number at once, whichever is violated; else the message. */
	private static String allowed(@Nullable AnnotatedElement element, String message) {
		Min min = (element != null) ? element.getAnnotation(Min.class) : null;
		Max max = (element != null) ? element.getAnnotation(Max.class) : null;
		return (min != null && max != null) ? "a whole number from %d to %d".formatted(min.value(), max.value())
				: message;
	}

	private static ProblemDetail problem(List<Fault> faults) {
		Fault first = faults.getFirst();
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"The value %s of %s is not valid; allowed is %s.".formatted(first.value(), first.field(),
						first.allowed()));
		problem.setType(URI.create("/problems/invalid-request"));
		problem.setTitle("The request is not valid");
		problem.setProperty("errors", faults.stream().map(Fault::json).toList());
		return problem;
	}

	/** One error of the answer. */
	private record Fault(String field, @Nullable Object value, String allowed) {

		private Map<String, @Nullable Object> json() {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			json.put("field", this.field);
			json.put("value", this.value);
			json.put("allowed", this.allowed);
			return json;
		}

	}

}
