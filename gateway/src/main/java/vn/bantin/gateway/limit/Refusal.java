package vn.bantin.gateway.limit;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Says that a request was not carried out, and when to send it again: as a problem
 * detail, or to browsers as a small page, since the usual one needs parts from services.
 *
 * @param status 429 or 503
 * @param problem the problem detail as JSON
 * @param page what a reader is told, as HTML
 * @param retryAfter in seconds
 * @param standing where the client stands with its limits, when that is the reason
 */
record Refusal(HttpResponseStatus status, String problem, String page, long retryAfter, @Nullable Standing standing) {

	private static final AsciiString PROBLEM = AsciiString.cached("application/problem+json");

	private static final AsciiString HTML = AsciiString.cached("text/html;charset=UTF-8");

	private static final AsciiString RATE_LIMIT = AsciiString.cached("RateLimit");

	private static final AsciiString RATE_LIMIT_POLICY = AsciiString.cached("RateLimit-Policy");

	private static final AsciiString CONTENT_SECURITY_POLICY = AsciiString.cached("Content-Security-Policy");

	/** In bytes: more than a vote or a form, less than a picture. */
	private static final int LARGEST_DISCARDED = 64 * 1024;

	private static final long LATE_RETRY_AFTER = 3;

	/** The event loops are late; it says nothing about the client. */
	static final Refusal LATE = new Refusal(HttpResponseStatus.SERVICE_UNAVAILABLE, """
			{"type":"/problems/unavailable","title":"Not available for now","status":503,\
			"detail":"More is asked than can be answered in time. Nothing was changed; send it again."}""",
			page("Xin thử lại sau vài giây", "Quá nhiều người đang đọc báo cùng lúc.",
					"Too many people are reading at once. Please try again in a few seconds."),
			LATE_RETRY_AFTER, null);

	/** The client asked more than a limit allows. */
	static Refusal of(Standing standing) {
		Limit limit = standing.limit();
		long seconds = standing.secondsUntilAgain();
		String problem = """
				{"type":"/problems/too-many-requests","title":"Too many requests","status":429,\
				"detail":"%d requests a minute of the class %s are accepted from %s. \
				Nothing was changed; send it again in %d s.",\
				"policy":"%s","limit":%d,"window":%d,"retryAfter":%d}""".formatted(limit.perMinute(),
				Limit.label(limit.kind()), limit.scope().words(), seconds, limit.policy(), limit.perMinute(),
				Limit.WINDOW.toSeconds(), seconds);
		return new Refusal(HttpResponseStatus.TOO_MANY_REQUESTS, problem,
				page("Xin thử lại sau %d giây".formatted(seconds), "Có quá nhiều yêu cầu từ mạng của bạn.",
						"Too many requests came from your network. Please try again in %d s.".formatted(seconds)),
				seconds, standing);
	}

	private static String page(String title, String vietnamese, String english) {
		return """
				<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="robots" content="noindex">
				<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
				<title>Xin thử lại</title>
				<h1>%s</h1><p>%s</p>
				<p lang="en">%s</p></html>
				""".formatted(title, vietnamese, english);
	}

	/**
	 * The whole answer to a request. It ends the connection where a body is still to come
	 * that is not worth reading.
	 * @param request the head of the request
	 * @param security headers of every answer
	 */
	FullHttpResponse answer(HttpRequest request, Map<String, String> security) {
		boolean page = isPagePreferred(request);
		byte[] body = (page ? this.page : this.problem).getBytes(StandardCharsets.UTF_8);
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, this.status,
				Unpooled.wrappedBuffer(body));
		security.forEach(response.headers()::set);
		response.headers()
			.set(CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
			.set(HttpHeaderNames.CONTENT_TYPE, page ? HTML : PROBLEM)
			.set(HttpHeaderNames.CONTENT_LENGTH, body.length)
			.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
			.set(HttpHeaderNames.RETRY_AFTER, this.retryAfter);
		if (this.standing != null) {
			announce(this.standing, response.headers());
		}
		HttpUtil.setKeepAlive(response.headers(), request.protocolVersion(),
				HttpUtil.isKeepAlive(request) && !HttpUtil.is100ContinueExpected(request)
						&& HttpUtil.getContentLength(request, 0L) <= LARGEST_DISCARDED);
		return response;
	}

	/** Says where a client stands. */
	static void announce(Standing standing, HttpHeaders headers) {
		headers.set(RATE_LIMIT_POLICY, standing.policyField()).set(RATE_LIMIT, standing.field());
	}

	/** As the starter decides it behind the gateway's filters. */
	private static boolean isPagePreferred(HttpRequest request) {
		try {
			return MediaType.parseMediaTypes(request.headers().getAll(HttpHeaderNames.ACCEPT))
				.stream()
				.anyMatch((accepted) -> !accepted.isWildcardType() && accepted.isCompatibleWith(MediaType.TEXT_HTML));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

}
