package vn.bantin.gateway.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.AsciiString;
import io.netty.util.IllegalReferenceCountException;
import org.jspecify.annotations.Nullable;

/** An answer's bytes in one coding, with its own entity tag. */
final class Representation {

	private final Coding coding;

	private final ByteBuf body;

	private final String tag;

	private final AsciiString quotedTag;

	private final AsciiString length;

	/** The headers of this second; see {@link Replies}. */
	private volatile @Nullable Headers headers;

	Representation(Coding coding, byte[] content, String tag) {
		this.coding = coding;
		this.body = UnpooledByteBufAllocator.DEFAULT.directBuffer(content.length, content.length).writeBytes(content);
		this.tag = tag;
		this.quotedTag = AsciiString.of('"' + tag + '"');
		this.length = AsciiString.of(Integer.toString(content.length));
	}

	Representation with(byte[] content, Coding coding, String suffix) {
		String tag = this.tag + suffix + ((coding != Coding.IDENTITY) ? "-" + coding.token() : "");
		return new Representation(coding, content, tag);
	}

	Coding coding() {
		return this.coding;
	}

	/** Quoted, as it stands in the header. */
	AsciiString entityTag() {
		return this.quotedTag;
	}

	AsciiString length() {
		return this.length;
	}

	int size() {
		return this.body.writerIndex();
	}

	ByteBuf body() {
		return this.body;
	}

	/**
	 * The body, to be sent and released.
	 * @return null when it was evicted meanwhile
	 */
	@Nullable ByteBuf retainedBody() {
		try {
			return this.body.retainedDuplicate();
		}
		catch (IllegalReferenceCountException ex) {
			return null;
		}
	}

	@Nullable Headers headers() {
		return this.headers;
	}

	void headers(Headers headers) {
		this.headers = headers;
	}

	void release() {
		this.body.release();
	}

	/**
	 * Headers that are right for one second.
	 *
	 * @param second in which second
	 * @param note the cache status that they tell
	 * @param complete of the answer with its body
	 * @param notModified of a 304
	 */
	record Headers(long second, CachedAnswer.State note, io.netty.handler.codec.http.HttpHeaders complete,
			io.netty.handler.codec.http.HttpHeaders notModified) {
	}

}
