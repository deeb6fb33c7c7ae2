package vn.bantin.gateway.connection;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.connection.Refused.Reason;

/** Answers what gets no further than the door with problem details. */
@Component
class Refusals {

	/**
	 * Requests refused at the door, by reason. Rising for minutes: somebody tries what a
	 * browser never sends, or the site's names are not set.
	 */
	private static final String REFUSED = "bantin.gateway.door.refused";

	private final JsonMapper json;

	private final SecurityHeaders security;

	private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

	Refusals(JsonMapper json, SecurityHeaders security, MeterRegistry meters) {
		this.json = json;
		this.security = security;
		for (Reason reason : Reason.values()) {
			this.refused.put(reason, meters.counter(REFUSED, "reason", reason.name().toLowerCase(Locale.ROOT)));
		}
	}

	/**
	 * Writes the answer.
	 * @param ends whether the connection has to end after it
	 */
	void write(ChannelHandlerContext context, Refused refused, boolean ends) {
		Objects.requireNonNull(this.refused.get(refused.reason())).increment();
		byte[] body = this.json.writeValueAsBytes(refused.problem());
		FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
				HttpResponseStatus.valueOf(refused.problem().getStatus()), Unpooled.wrappedBuffer(body));
		HttpHeaders headers = answer.headers();
		this.security.all().forEach(headers::set);
		refused.headers().forEach(headers::set);
		headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
		headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
		headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
		HttpUtil.setKeepAlive(answer, !ends);
		context.writeAndFlush(answer);
	}

}
