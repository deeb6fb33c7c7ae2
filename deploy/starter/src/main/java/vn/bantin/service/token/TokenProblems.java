package vn.bantin.service.token;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.service.problem.Problems;

/** Refuses with problem details, where no controller has been reached yet. */
final class TokenProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger logger = LoggerFactory.getLogger(TokenProblems.class);

	private final JsonMapper json;

	TokenProblems(JsonMapper json) {
		this.json = json;
	}

	/**
	 * A bad token is the caller's fault; keys that cannot be fetched are ours, and would
	 * be answered with 500 by default.
	 */
	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
			throws IOException {
		if (failure instanceof AuthenticationServiceException) {
			logger.warn("A token cannot be verified: {}", failure.getMessage());
			response.setHeader(HttpHeaders.RETRY_AFTER, "1");
			write(response, Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for now",
					"The gateway's keys cannot be fetched. Nothing was changed; send the request again."));
		}
		else {
			write(response, Problems.of(HttpStatus.UNAUTHORIZED, "unauthenticated", "A valid token is needed",
					"The request has no valid token of the gateway for this service."));
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
			throws IOException {
		write(response,
				Problems.of(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "The caller's roles do not allow this."));
	}

	/** By default the filter throws what its entry point is to answer here. */
	ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringOutages() {
		AuthenticationEntryPointFailureHandler failures = new AuthenticationEntryPointFailureHandler(this);
		failures.setRethrowAuthenticationServiceException(false);
		return new ObjectPostProcessor<>() {
			@Override
			public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
				filter.setAuthenticationFailureHandler(failures);
				return filter;
			}
		};
	}

	private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
		response.setStatus(problem.getStatus());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		this.json.writeValue(response.getOutputStream(), problem);
	}

}
