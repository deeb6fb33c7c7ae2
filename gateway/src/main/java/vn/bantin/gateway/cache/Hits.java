package vn.bantin.gateway.cache;

import java.util.function.LongSupplier;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.change.Changes;

/** Finds what may be given out of memory, and has a new answer made of what is stale. */
final class Hits {

	private final Memory memory;

	private final Fills fills;

	private final Replies replies;

	private final Changes changes;

	private final LongSupplier nanos;

	private final MemoryMeters meters;

	Hits(Memory memory, Fills fills, Replies replies, Changes changes, LongSupplier nanos, MemoryMeters meters) {
		this.memory = memory;
		this.fills = fills;
		this.replies = replies;
		this.changes = changes;
		this.nanos = nanos;
		this.meters = meters;
	}

	/**
	 * The reply to a request without waiting.
	 * @return null when there is none that is good enough
	 */
	Replies.@Nullable Reply find(CacheKey key, HttpHeaders request) {
		CachedAnswer answer = this.memory.find(key);
		if (answer == null) {
			return null;
		}
		long now = this.nanos.getAsLong();
		CachedAnswer.State state = answer.state(now, this.changes.isCurrent());
		if (state == CachedAnswer.State.EXPIRED
				|| answer.isOlderThan(request.get(HttpHeaderNames.IF_NONE_MATCH), now)) {
			return null;
		}
		Replies.Reply reply = this.replies.reply(answer, request, state, now);
		if (reply != null) {
			this.meters.hit(state);
			if (state == CachedAnswer.State.STALE) {
				this.fills.refresh(key);
			}
		}
		return reply;
	}

	/**
	 * The last good reply, where no new one could be made.
	 * @return null when there is none
	 */
	Replies.@Nullable Reply lastGood(CacheKey key, HttpHeaders request) {
		CachedAnswer answer = this.memory.find(key);
		Replies.Reply reply = (answer != null) ? reply(answer, request, CachedAnswer.State.ON_ERROR) : null;
		if (reply != null) {
			this.meters.hit(CachedAnswer.State.ON_ERROR);
		}
		return reply;
	}

	/**
	 * The reply with an answer that was made just now.
	 * @return null when it is not kept any more
	 */
	Replies.@Nullable Reply made(CachedAnswer answer, HttpHeaders request) {
		return reply(answer, request, CachedAnswer.State.FRESH);
	}

	private Replies.@Nullable Reply reply(CachedAnswer answer, HttpHeaders request, CachedAnswer.State state) {
		return this.replies.reply(answer, request, state, this.nanos.getAsLong());
	}

}
