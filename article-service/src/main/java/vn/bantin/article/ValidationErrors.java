package vn.bantin.article;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import vn.bantin.article.publishing.Fault;

/**
 * What Bean Validation refuses. A constraint's message says what is allowed.
 */
@RestControllerAdvice
@Order(0)
class ValidationErrors {

	@ExceptionHandler
	ResponseEntity<ProblemDetail> handle(HandlerMethodValidationException ex) {
		List<Fault> faults = ex.getParameterValidationResults()
			.stream()
			.flatMap(ValidationErrors::faults)
			.distinct()
			.toList();
		return Problems.invalid("The request cannot be understood.", faults);
	}

	private static Stream<Fault> faults(ParameterValidationResult result) {
		String field = name(result.getMethodParameter());
		return result.getResolvableErrors()
			.stream()
			.map((error) -> new Fault(field, result.getArgument(), String.valueOf(error.getDefaultMessage())));
	}

	/** Headers have names that no Java parameter can have. */
	private static String name(MethodParameter parameter) {
		@Nullable RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
		return Optional.ofNullable(header)
			.map(RequestHeader::name)
			.orElseGet(() -> Objects.requireNonNull(parameter.getParameterName()));
	}

}
