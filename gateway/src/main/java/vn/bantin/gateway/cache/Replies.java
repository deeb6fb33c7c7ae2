package vn.bantin.gateway.cache;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/**
 * Makes responses of answers from memory. What does not change within a second, which is
 * all of it, is made once a second.
 */
final class Replies {

	private static final AsciiString CACHE_STATUS = AsciiString.cached("cache-status");

	private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

	private final Clock clock;

	Replies(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The response to a request.
	 * @param state what may be done with the answer
	 * @param now in nanoseconds
	 * @return null when the answer was evicted meanwhile
	 */
	@Nullable FullHttpResponse reply(CachedAnswer answer, HttpHeaders request, CachedAnswer.State state, long now) {
		Representation representation = answer.in(Coding.best(request.get(HttpHeaderNames.ACCEPT_ENCODING)));
		Representation.Headers headers = headers(answer, representation, state, now);
		String seen = request.get(HttpHeaderNames.IF_NONE_MATCH);
		if (seen != null && matches(seen, representation)) {
			return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_MODIFIED,
					Unpooled.EMPTY_BUFFER, headers.notModified(), EmptyHttpHeaders.INSTANCE);
		}
		ByteBuf body = representation.retainedBody();
		return (body != null) ? new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, answer.status(), body,
				headers.complete(), EmptyHttpHeaders.INSTANCE) : null;
	}

	/** Weakly, as RFC 9110 has it for If-None-Match. */
	private static boolean matches(String seen, Representation representation) {
		String tag = representation.entityTag().toString();
		if (seen.equals(tag) || seen.equals("*")) {
			return true;
		}
		int at = seen.indexOf(tag);
		return at >= 0 && (at + tag.length() == seen.length() || " ,".indexOf(seen.charAt(at + tag.length())) >= 0);
	}

	private Representation.Headers headers(CachedAnswer answer, Representation representation, CachedAnswer.State state,
			long now) {
		Instant at = this.clock.instant();
		Representation.Headers kept = representation.headers();
		if (kept != null && kept.second() == at.getEpochSecond() && kept.note() == state) {
			return kept;
		}
		List<CharSequence> changing = new ArrayList<>();
		changing.add(HttpHeaderNames.DATE);
		changing.add(AsciiString.of(DATE.format(ZonedDateTime.ofInstant(at, ZoneOffset.UTC))));
		changing.add(HttpHeaderNames.AGE);
		changing.add(AsciiString.of(Long.toString(answer.age(now))));
		changing.add(CACHE_STATUS);
		changing.add(AsciiString.of(CacheStatus.hit(answer.timeToLive(now), state)));
		if (answer.status().code() == HttpResponseStatus.OK.code()) {
			changing.add(HttpHeaderNames.ETAG);
			changing.add(representation.entityTag());
		}
		List<CharSequence> complete = new ArrayList<>();
		List<CharSequence> notModified = new ArrayList<>(changing);
		for (Map.Entry<String, String> header : answer.headers()) {
			AsciiString name = AsciiString.cached(header.getKey());
			AsciiString value = AsciiString.of(header.getValue());
			complete.add(name);
			complete.add(value);
			if (!name.equals(HttpHeaderNames.CONTENT_TYPE)) {
				notModified.add(name);
				notModified.add(value);
			}
		}
		complete.addAll(changing);
		if (representation.coding() != Coding.IDENTITY) {
			complete.add(HttpHeaderNames.CONTENT_ENCODING);
			complete.add(representation.coding().token());
		}
		complete.add(HttpHeaderNames.CONTENT_LENGTH);
		complete.add(representation.length());
		Representation.Headers fresh = new Representation.Headers(at.getEpochSecond(), state, readOnly(complete),
				readOnly(notModified));
		representation.headers(fresh);
		return fresh;
	}

	private static HttpHeaders readOnly(List<CharSequence> pairs) {
		return new ReadOnlyHttpHeaders(false, pairs.toArray(CharSequence[]::new));
	}

}
