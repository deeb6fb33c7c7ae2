package vn.bantin.gateway.cache;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.util.IllegalReferenceCountException;
import org.jspecify.annotations.Nullable;

/** An answer's bytes in one coding, with its own entity tag. */
final class Representation {

	private final Coding coding;

	private final ByteBuf body;

	private final String tag;

	private final String quotedTag;

	private volatile @Nullable Heads heads;

	Representation(Coding coding, byte[] content, String tag) {
		this.coding = coding;
		this.body = UnpooledByteBufAllocator.DEFAULT.directBuffer(content.length, content.length).writeBytes(content);
		this.tag = tag;
		this.quotedTag = '"' + tag + '"';
	}

	Representation with(byte[] content, Coding coding, String suffix) {
		String tag = this.tag + suffix + ((coding != Coding.IDENTITY) ? "-" + coding.token() : "");
		return new Representation(coding, content, tag);
	}

	Coding coding() {
		return this.coding;
	}

	/** Quoted, as it stands in the header. */
	String entityTag() {
		return this.quotedTag;
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

	@Nullable Heads heads() {
		return this.heads;
	}

	void heads(Heads heads) {
		this.heads = heads;
	}

	void release() {
		this.body.release();
	}

	/**
	 * What comes before the body, right for one second.
	 *
	 * @param second in which second
	 * @param state what the head says may be done with the answer
	 * @param complete with the body
	 * @param notModified of a 304
	 */
	record Heads(long second, CachedAnswer.State state, Replies.Head complete, Replies.Head notModified) {
	}

}
