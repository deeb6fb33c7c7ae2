package vn.bantin.article.media;

import java.util.List;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

import vn.bantin.service.problem.Problems;
import vn.bantin.service.problem.Violation;

/** What is wrong with an upload, as problem details. */
@RestControllerAdvice
@Order(0)
class MediaProblems {

	@ExceptionHandler
	ProblemDetail handle(Renditions.NoPicture ex) {
		return Problems.invalid(ex.getMessage(),
				List.of(new Violation("file", null, "a JPEG, PNG or WebP of at most 10 MiB and 40 million pixels")));
	}

	@ExceptionHandler
	ProblemDetail handle(MaxUploadSizeExceededException ex) {
		return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "The request is too large",
				"A picture may have at most 10 MiB.");
	}

	@ExceptionHandler
	ProblemDetail handle(MultipartException ex) {
		return Problems.invalid("The parts of the body cannot be read.",
				List.of(new Violation("", null, "multipart/form-data with one part named file")));
	}

}
