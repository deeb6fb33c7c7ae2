package vn.bantin.service.problem.servlet;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import vn.bantin.service.problem.Violation;

/**
 * What Spring, Jackson and Bean Validation refuse, field by field. The message of a
 * constraint says what is allowed; a {@code @Min} and a {@code @Max} on one number are
 * told as one range.
 */
final class Violations {

	private Violations() {
	}

	static List<Violation> of(Exception refusal) {
		return switch (refusal) {
			case HandlerMethodValidationException it ->
				it.getParameterValidationResults().stream().flatMap(Violations::violations).toList();
			case BindException it -> it.getFieldErrors().stream().map(Violations::violation).toList();
			case MismatchedInputException it -> List.of(violation(it));
			case MethodArgumentTypeMismatchException it ->
				List.of(new Violation(it.getName(), it.getValue(), kind(it.getParameter(), it.getRequiredType())));
			case MissingServletRequestParameterException it ->
				List.of(new Violation(it.getParameterName(), null, "a value"));
			case MissingServletRequestPartException it ->
				List.of(new Violation(it.getRequestPartName(), null, "one file"));
			default -> List.of();
		};
	}

	private static Stream<Violation> violations(ParameterValidationResult result) {
		MethodParameter parameter = result.getMethodParameter();
		if (result.getResolvableErrors().stream().anyMatch(FieldError.class::isInstance)) {
			return result.getResolvableErrors().stream().map((it) -> violation((FieldError) it));
		}
		String range = range(parameter.getParameter());
		String allowed = (range != null) ? range : String.join("; ",
				result.getResolvableErrors().stream().map(MessageSourceResolvable::getDefaultMessage).toList());
		// As it was sent, whatever it was converted to.
		return Stream.of(new Violation(name(parameter), String.valueOf(result.getArgument()), allowed));
	}

	private static Violation violation(MismatchedInputException mismatch) {
		Object value = (mismatch instanceof InvalidFormatException invalid) ? invalid.getValue() : null;
		return new Violation(path(mismatch.getPath()), value, allowed(mismatch));
	}

	private static String allowed(MismatchedInputException mismatch) {
		if (mismatch.getPath().isEmpty()) {
			return "a JSON object";
		}
		if (mismatch instanceof StrictRequests.UnknownField) {
			return mismatch.getOriginalMessage();
		}
		JacksonException.Reference last = mismatch.getPath().getLast();
		Class<?> owner = (last.from() instanceof Class<?> type) ? type : last.from().getClass();
		AnnotatedElement field = (last.getPropertyName() != null)
				? ReflectionUtils.findField(owner, last.getPropertyName()) : null;
		String range = (field != null) ? range(field) : null;
		return (range != null) ? range : "another kind of value";
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

	private static Violation violation(FieldError error) {
		String range = range(error);
		return new Violation(error.getField(), error.getRejectedValue(),
				(range != null) ? range : Objects.requireNonNullElse(error.getDefaultMessage(), "another value"));
	}

	private static @Nullable String range(FieldError error) {
		if (!error.contains(ConstraintViolation.class)) {
			return null;
		}
		ConstraintViolation<?> violation = error.unwrap(ConstraintViolation.class);
		String property = error.getField().substring(error.getField().lastIndexOf('.') + 1);
		AnnotatedElement field = (violation.getLeafBean() != null)
				? ReflectionUtils.findField(violation.getLeafBean().getClass(), property) : null;
		return (field != null) ? range(field) : null;
	}

	private static String kind(MethodParameter parameter, @Nullable Class<?> required) {
		String range = range(parameter.getParameter());
		if (range != null) {
			return range;
		}
		boolean whole = required == int.class || required == long.class || required == Integer.class
				|| required == Long.class;
		return whole ? "a whole number" : "another kind of value";
	}

	/** The range of a number; null when it has none. */
	static @Nullable String range(AnnotatedElement number) {
		Min from = number.getAnnotation(Min.class);
		Max to = number.getAnnotation(Max.class);
		return (from != null && to != null) ? "a whole number from %d to %d".formatted(from.value(), to.value()) : null;
	}

	private static String name(MethodParameter parameter) {
		RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
		String name = (header != null) ? header.name() : (declared != null) ? declared.name() : "";
		return StringUtils.hasText(name) ? name : parameter.getParameter().getName();
	}

}
