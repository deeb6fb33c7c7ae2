package vn.bantin.article;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.bantin.article.publishing.Fault;

/**
 * Refuses query parameters that a method does not declare, and those given twice: a
 * misspelt filter would otherwise show everything and look as if it had worked.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getQueryString() != null && handler instanceof HandlerMethod method && !takesAll(method)) {
			List<Fault> faults = faults(request, names(method));
			if (!faults.isEmpty()) {
				throw new InvalidRequest("The query cannot be understood.", faults);
			}
		}
		return true;
	}

	/** A method that takes the whole map looks at it itself. */
	private static boolean takesAll(HandlerMethod method) {
		return Arrays.asList(method.getMethod().getParameterTypes()).contains(MultiValueMap.class);
	}

	private static TreeSet<String> names(HandlerMethod method) {
		TreeSet<String> names = new TreeSet<>();
		Arrays.stream(method.getMethod().getParameters())
			.filter((it) -> it.isAnnotationPresent(RequestParam.class) && it.getType() != MultipartFile.class)
			.map(Parameter::getName)
			.forEach(names::add);
		return names;
	}

	private static List<Fault> faults(HttpServletRequest request, TreeSet<String> known) {
		String allowed = known.isEmpty() ? "no parameters here"
				: "no such parameter; known are " + String.join(", ", known);
		List<Fault> faults = new ArrayList<>();
		request.getParameterMap().forEach((name, values) -> {
			if (!known.contains(name)) {
				faults.add(new Fault(name, values[0], allowed));
			}
			else if (values.length > 1) {
				faults.add(new Fault(name, String.join(", ", values), "once at most"));
			}
		});
		return faults;
	}

}
