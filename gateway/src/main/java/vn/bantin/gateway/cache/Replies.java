package vn.bantin.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Makes replies of answers from memory. What comes before the body stays the same for a
 * second, so it is written once a second however many get it.
 */
final class Replies {

	private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

	private final Clock clock;

	Replies(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The reply to a request.
	 * @param state what may be done with the answer
	 * @param now in nanoseconds
	 * @return null when the answer was evicted meanwhile
	 */
	@Nullable Reply reply(CachedAnswer answer, HttpHeaders request, CachedAnswer.State state, long now) {
		Representation representation = answer.in(Coding.best(request.get(HttpHeaderNames.ACCEPT_ENCODING)));
		Representation.Heads heads = heads(answer, representation, state, now);
		String seen = request.get(HttpHeaderNames.IF_NONE_MATCH);
		if (seen != null && answer.status().equals(HttpResponseStatus.OK) && matches(seen, representation)) {
			return new Reply(heads.notModified(), Unpooled.EMPTY_BUFFER);
		}
		ByteBuf body = representation.retainedBody();
		return (body != null) ? new Reply(heads.complete(), body) : null;
	}

	/** Weakly, as RFC 9110 has it for If-None-Match. */
	private static boolean matches(String seen, Representation representation) {
		String tag = representation.entityTag();
		if (seen.equals(tag) || seen.equals("*")) {
			return true;
		}
		int at = seen.indexOf(tag);
		return at >= 0 && (at + tag.length() == seen.length() || " ,".indexOf(seen.charAt(at + tag.length())) >= 0);
	}

	private Representation.Heads heads(CachedAnswer answer, Representation representation, CachedAnswer.State state,
			long now) {
		Instant at = this.clock.instant();
		Representation.Heads kept = representation.heads();
		if (kept != null && kept.second() == at.getEpochSecond() && kept.state() == state) {
			return kept;
		}
		HttpHeaders complete = new DefaultHttpHeaders(false).add(answer.headers())
			.set(HttpHeaderNames.DATE, DATE.format(at))
			.set(HttpHeaderNames.AGE, answer.age(now))
			.set(CacheStatus.HEADER, CacheStatus.hit(answer.timeToLive(now), state));
		if (answer.status().equals(HttpResponseStatus.OK)) {
			complete.set(HttpHeaderNames.ETAG, representation.entityTag());
		}
		HttpHeaders notModified = complete.copy().remove(HttpHeaderNames.CONTENT_TYPE);
		if (representation.coding() != Coding.IDENTITY) {
			complete.set(HttpHeaderNames.CONTENT_ENCODING, representation.coding().token());
		}
		complete.set(HttpHeaderNames.CONTENT_LENGTH, representation.size());
		Representation.Heads heads = new Representation.Heads(at.getEpochSecond(), state,
				Head.of(answer.status(), complete), Head.of(HttpResponseStatus.NOT_MODIFIED, notModified));
		representation.heads(heads);
		return heads;
	}

	/**
	 * What comes before a body.
	 *
	 * @param status the HTTP status
	 * @param headers the headers, not to be changed
	 * @param bytes both as they go over the wire, with the empty line
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Head(HttpResponseStatus status, HttpHeaders headers, byte[] bytes) {

		static Head of(HttpResponseStatus status, HttpHeaders headers) {
			StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status.code())
				.append(' ')
				.append(status.reasonPhrase())
				.append("\r\n");
			for (Map.Entry<String, String> header : headers) {
				head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
			}
			return new Head(status, headers, head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
		}

	}

	/**
	 * A reply to one request.
	 *
	 * @param head what comes first
	 * @param body the body, to be released by who takes it
	 */
	record Reply(Head head, ByteBuf body) {
	}

}
