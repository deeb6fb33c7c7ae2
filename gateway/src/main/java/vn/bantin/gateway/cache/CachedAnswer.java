package vn.bantin.gateway.cache;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;
import vn.bantin.gateway.change.Tag;

/**
 * A whole answer in memory: the bytes are off the heap, beside each other in each coding
 * that was asked for. It lives until it is evicted and nobody sends it any more.
 */
final class CachedAnswer {

	/** In a page, a line that says that it is old; hidden until it is. */
	private static final ByteBuf NOTICE = Unpooled.unreleasableBuffer(
			Unpooled.copiedBuffer("<p class=\"stale\" hidden>", StandardCharsets.US_ASCII).asReadOnly());

	private static final byte[] SHOWN_NOTICE = "<p class=\"stale\"       >".getBytes(StandardCharsets.US_ASCII);

	/** For how long readers get the one before while the newest is made. */
	private static final long SOFT = TimeUnit.SECONDS.toNanos(1);

	private static final long RETRY = TimeUnit.SECONDS.toNanos(1);

	private static final long ANEW = TimeUnit.MILLISECONDS.toNanos(100);

	private static final long NEVER = Long.MIN_VALUE;

	private final HttpResponseStatus status;

	private final HttpHeaders headers;

	private final Representation identity;

	private final AtomicReferenceArray<@Nullable Representation> encoded = new AtomicReferenceArray<>(
			Coding.values().length);

	private final Set<Tag> tags;

	private final Version version;

	private final Lifetime lifetime;

	private final long made;

	private volatile long changed = NEVER;

	private volatile long failed = NEVER;

	private final boolean compressible;

	private boolean released;

	CachedAnswer(HttpResponseStatus status, HttpHeaders headers, Representation identity, boolean compressible,
			Set<Tag> tags, Version version, Lifetime lifetime, long made) {
		this.status = status;
		this.headers = headers;
		this.identity = identity;
		this.compressible = compressible;
		this.tags = tags;
		this.version = version;
		this.lifetime = lifetime;
		this.made = made;
	}

	HttpResponseStatus status() {
		return this.status;
	}

	/** The headers that all codings share. */
	HttpHeaders headers() {
		return this.headers;
	}

	Set<Tag> tags() {
		return this.tags;
	}

	/** The bytes it takes, with the codings that it may get yet. */
	int weight() {
		int size = this.identity.size();
		return 2048 + (this.compressible ? size + size / 2 : size);
	}

	/**
	 * What may be done with it.
	 * @param now in nanoseconds
	 * @param current whether changes are heard of
	 */
	State state(long now, boolean current) {
		long age = now - this.made;
		long fresh = (current || this.lifetime.isForever()) ? this.lifetime.fresh().toNanos()
				: Math.min(SOFT, this.lifetime.fresh().toNanos());
		long changed = this.changed;
		if (changed == NEVER && age < fresh) {
			return State.FRESH;
		}
		if (this.failed != NEVER && now - this.failed < RETRY) {
			return State.ON_ERROR;
		}
		boolean bearable = (changed != NEVER) ? now - changed < SOFT
				: current && age < fresh + this.lifetime.stale().toNanos();
		return bearable ? State.STALE : State.EXPIRED;
	}

	/** Something that it shows looks different since then. */
	void change(long now) {
		if (this.changed == NEVER) {
			this.changed = now;
		}
	}

	/**
	 * Whether a caller has seen a newer one. One that was made a moment ago is as new as
	 * can be had.
	 * @param ifNoneMatch the entity tags that the caller has, null for none
	 */
	boolean isOlderThan(@Nullable String ifNoneMatch, long now) {
		return ifNoneMatch != null && now - this.made > ANEW && this.version.isOlderThan(Version.seen(ifNoneMatch));
	}

	/** Whether another shows a newer state of the same article. */
	boolean isOlderThan(CachedAnswer other) {
		return this.version.isKnownToBeOlderThan(other.version);
	}

	/** In seconds. */
	long age(long now) {
		return TimeUnit.NANOSECONDS.toSeconds(now - this.made);
	}

	/** In seconds, below zero when it is over. */
	long timeToLive(long now) {
		return this.lifetime.fresh().toSeconds() - age(now);
	}

	/**
	 * Notes that a newer one could not be made. From now on it says that it is old.
	 */
	void fail(long now) {
		if (this.failed == NEVER && this.compressible) {
			showNotice();
		}
		this.failed = now;
	}

	private synchronized void showNotice() {
		if (this.released) {
			return;
		}
		byte[] content = ByteBufUtil.getBytes(this.identity.body());
		int at = ByteBufUtil.indexOf(NOTICE, this.identity.body());
		if (at >= 0) {
			System.arraycopy(SHOWN_NOTICE, 0, content, at, SHOWN_NOTICE.length);
			replaceEncoded(Coding.IDENTITY, this.identity.with(content, Coding.IDENTITY, "-stale"));
			replaceEncoded(Coding.GZIP, null);
			replaceEncoded(Coding.BROTLI, null);
		}
	}

	private void replaceEncoded(Coding coding, @Nullable Representation representation) {
		Representation before = this.encoded.getAndSet(coding.ordinal(), representation);
		if (before != null) {
			before.release();
		}
	}

	/**
	 * The answer in a coding, which is made when it is asked for the first time.
	 */
	Representation in(Coding asked) {
		Coding coding = this.compressible ? asked : Coding.IDENTITY;
		Representation found = this.encoded.get(coding.ordinal());
		return (found != null) ? found : encode(coding);
	}

	private synchronized Representation encode(Coding coding) {
		Representation found = this.encoded.get(coding.ordinal());
		if (found != null) {
			return found;
		}
		Representation plain = this.encoded.get(Coding.IDENTITY.ordinal());
		Representation source = (plain != null) ? plain : this.identity;
		if (this.released || coding == Coding.IDENTITY) {
			return source;
		}
		Representation encoded = source.with(coding.encode(ByteBufUtil.getBytes(source.body())), coding, "");
		this.encoded.set(coding.ordinal(), encoded);
		return encoded;
	}

	/** Frees the bytes as soon as nobody sends them any more. */
	synchronized void release() {
		if (this.released) {
			return;
		}
		this.released = true;
		this.identity.release();
		for (Coding coding : Coding.values()) {
			replaceEncoded(coding, null);
		}
	}

	/** What may be done with an answer. */
	enum State {

		/** Give it out. */
		FRESH,
		/** Give it out, and have a new one made. */
		STALE,
		/** Give it out: a new one could not be made a moment ago. */
		ON_ERROR,
		/** Wait for a new one, and give this one out only when there is none. */
		EXPIRED

	}

}
