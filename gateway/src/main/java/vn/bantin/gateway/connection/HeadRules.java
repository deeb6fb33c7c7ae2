package vn.bantin.gateway.connection;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.bantin.gateway.connection.Refused.Reason;
import vn.bantin.service.problem.Problems;

/** What the head of every request has to be like, whoever answers it. */
@Component
class HeadRules {

	private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST,
			HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE, HttpMethod.OPTIONS);

	private static final Set<HttpMethod> KNOWN_BUT_NOT_HERE = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);

	private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

	private static final String LIMITS = "A request line may have 8 KiB, all headers together 16 KiB.";

	/** No other protocol is spoken here, so an offer of one is ignored. */
	private static final List<String> OFFERS = List.of("Upgrade", "HTTP2-Settings", "Sec-WebSocket-Key",
			"Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions");

	private final HostRule host;

	HeadRules(HostRule host) {
		this.host = host;
	}

	/**
	 * Looks at a head, and makes it plain: the target is a path, no upgrade is offered.
	 * @param request the head
	 * @throws Refused when it gets no further
	 */
	void check(HttpRequest request) {
		checkDecoded(request.decoderResult().cause());
		checkVersion(request.protocolVersion());
		checkMethod(request.method());
		checkFraming(request);
		this.host.check(request);
		TargetRule.check(request.uri());
		checkExpectation(request.headers());
		if (request.headers().contains(HttpHeaderNames.UPGRADE)) {
			OFFERS.forEach(request.headers()::remove);
		}
	}

	/** The refusal of what could not be decoded. */
	static void checkDecoded(@Nullable Throwable failure) {
		switch (failure) {
			case null -> {
				return;
			}
			case TooLongHttpLineException _ -> throw new Refused(Reason.TOO_LONG, HttpStatus.URI_TOO_LONG, "too-long",
					"The address is too long", LIMITS);
			case TooLongHttpHeaderException _ -> throw new Refused(Reason.TOO_LONG,
					HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "too-long", "The headers are too large", LIMITS);
			case RequestTimeout _ -> throw late();
			default -> throw new Refused(Reason.FRAMING, HttpStatus.BAD_REQUEST, "invalid-request",
					"The request is not valid", "This is not a request of HTTP/1.1.");
		}
	}

	/** The refusal of what did not come in time. */
	static Refused late() {
		return new Refused(Reason.LATE, HttpStatus.REQUEST_TIMEOUT, "too-slow", "The request did not come in time",
				"A head may take %d s, a body %d s.".formatted(RequestDecoder.HEAD_WITHIN.toSeconds(),
						BodyLimit.WITHIN.toSeconds()));
	}

	private static void checkVersion(HttpVersion version) {
		if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
			throw new Refused(Reason.VERSION, HttpStatus.HTTP_VERSION_NOT_SUPPORTED, "version-not-supported",
					"The version is not supported", version + " is not spoken here, HTTP/1.1 is.");
		}
	}

	private static void checkMethod(HttpMethod method) {
		if (KNOWN_BUT_NOT_HERE.contains(method)) {
			throw new Refused(Reason.METHOD, Problems.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
					"The method is not allowed", method + " is not allowed here."), Map.of("Allow", ALLOWED));
		}
		if (!METHODS.contains(method)) {
			throw new Refused(Reason.METHOD, HttpStatus.NOT_IMPLEMENTED, "not-implemented", "The method is not known",
					"Known are " + ALLOWED + ".");
		}
	}

	private static void checkFraming(HttpRequest request) {
		List<String> codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
		if (!codings.isEmpty()
				&& !(codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.getFirst()))) {
			throw new Refused(Reason.FRAMING, HttpStatus.NOT_IMPLEMENTED, "not-implemented",
					"The transfer coding is not known", "Transfer-Encoding may be chunked, and nothing else.");
		}
		boolean reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
		if (reads && hasBody(request)) {
			throw Refused.invalid(Reason.FRAMING, "body", "some", "none with " + request.method());
		}
	}

	private static void checkExpectation(HttpHeaders headers) {
		String expected = headers.get(HttpHeaderNames.EXPECT);
		if (expected != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected)) {
			throw new Refused(Reason.EXPECTATION, HttpStatus.EXPECTATION_FAILED, "expectation-failed",
					"The expectation cannot be met", "Expect may be 100-continue, and nothing else.");
		}
	}

	static boolean hasBody(HttpRequest request) {
		return HttpUtil.isTransferEncodingChunked(request) || HttpUtil.getContentLength(request, 0L) > 0;
	}

}
