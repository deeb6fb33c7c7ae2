package vn.bantin.service.problem.servlet;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.bantin.service.problem.InvalidRequest;
import vn.bantin.service.problem.Violation;

/**
 * Refuses query parameters that the handler does not declare, and those given twice: a
 * misspelt filter would otherwise be ignored and its answer look right. Declared are its
 * {@code @RequestParam}s.
 */
final class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// An error is answered whatever the query was.
		if (request.getDispatcherType() != DispatcherType.ERROR && request.getQueryString() != null
				&& handler instanceof HandlerMethod method
				&& AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Controller.class)) {
			List<Violation> violations = violations(request, declared(method));
			if (!violations.isEmpty()) {
				throw new InvalidRequest(violations);
			}
		}
		return true;
	}

	private static SortedMap<String, AnnotatedElement> declared(HandlerMethod method) {
		SortedMap<String, AnnotatedElement> declared = new TreeMap<>();
		for (MethodParameter parameter : method.getMethodParameters()) {
			RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
			if (named != null && parameter.getParameterType() != MultipartFile.class) {
				declared.put(StringUtils.hasText(named.name()) ? named.name() : parameter.getParameter().getName(),
						parameter.getParameter());
			}
		}
		return declared;
	}

	private static List<Violation> violations(HttpServletRequest request, SortedMap<String, AnnotatedElement> known) {
		List<Violation> violations = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> {
			AnnotatedElement parameter = known.get(name);
			String allowed = (parameter != null) ? allowed(parameter, values) : unknown(known);
			if (allowed != null) {
				violations.add(new Violation(name, String.join(", ", values), allowed));
			}
		});
		return violations;
	}

	private static String unknown(SortedMap<String, AnnotatedElement> known) {
		return known.isEmpty() ? "no parameters here"
				: "no such parameter; known are " + String.join(", ", known.keySet());
	}

	/** What is allowed instead; null when it is nothing to refuse here. */
	private static @Nullable String allowed(AnnotatedElement parameter, String[] values) {
		if (values.length > 1) {
			return "once at most";
		}
		// For a number without a value Spring would take the default.
		return values[0].isEmpty() ? Violations.range(parameter) : null;
	}

}
