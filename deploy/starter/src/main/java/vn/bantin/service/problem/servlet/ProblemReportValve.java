package vn.bantin.service.problem.servlet;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers with problem details where Tomcat refuses a request before any servlet sees it;
 * by default it shows a page in HTML. Tomcat makes it, by its class's name.
 */
public final class ProblemReportValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable thrown) {
		int status = response.getStatus();
		if (status < HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0
				|| !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			Writer body = response.getReporter();
			if (body != null) {
				body.write(problem(status));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			this.container.getLogger().debug("The client is gone", ex);
		}
	}

	private static String problem(int status) {
		boolean client = status < HttpStatus.INTERNAL_SERVER_ERROR.value();
		return """
				{"type":"/problems/%s","title":"%s","status":%d,"detail":"%s"}""".formatted(
				client ? "invalid-request" : "internal",
				client ? "The request is not valid" : "Something went wrong here", status,
				client ? "This is not a request that the service understands."
						: "The request could not be carried out.");
	}

}
