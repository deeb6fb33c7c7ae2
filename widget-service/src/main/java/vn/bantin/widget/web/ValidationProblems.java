package vn.bantin.widget.web;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Names the parameters that break their constraints, with what would be allowed. Goes
 * before {@link ProblemAdvice}, whose base class handles these exceptions without it.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ValidationProblems {

	@ExceptionHandler
	ProblemDetail handle(HandlerMethodValidationException ex) {
		return problem(ex.getParameterValidationResults()
			.stream()
			.map((result) -> Invalid.of(result.getMethodParameter(), result.getArgument()))
			.toList());
	}

	/** What is not even a number never reaches the constraints of one. */
	@ExceptionHandler
	ProblemDetail handle(MethodArgumentTypeMismatchException ex) {
		return problem(List.of(Invalid.of(ex.getParameter(), ex.getValue())));
	}

	private static ProblemDetail problem(List<Invalid> errors) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				errors.stream().map(Invalid::sentence).collect(Collectors.joining(" ")));
		problem.setType(URI.create("/problems/invalid-request"));
		problem.setTitle("The request is not valid");
		problem.setProperty("errors", errors);
		return problem;
	}

	/** A parameter whose value is not allowed. */
	record Invalid(String field, String value, String allowed) {

		static Invalid of(MethodParameter parameter, @Nullable Object value) {
			return new Invalid(Objects.requireNonNull(parameter.getParameterName()), String.valueOf(value),
					allowed(parameter));
		}

		private static String allowed(MethodParameter parameter) {
			Min min = parameter.getParameterAnnotation(Min.class);
			Max max = parameter.getParameterAnnotation(Max.class);
			if (min != null && max != null) {
				return "a whole number from %d to %d".formatted(min.value(), max.value());
			}
			Pattern pattern = parameter.getParameterAnnotation(Pattern.class);
			return (pattern != null) ? pattern.message() : "a " + parameter.getParameterType().getSimpleName();
		}

		private String sentence() {
			return "The value %s of %s is not valid; allowed is %s.".formatted(this.value, this.field, this.allowed);
		}

	}

}
