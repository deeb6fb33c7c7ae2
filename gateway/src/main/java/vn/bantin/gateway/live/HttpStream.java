package vn.bantin.gateway.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import reactor.core.publisher.Operators;

/**
 * A stream as the body of an HTTP response. The bytes that it sends are shared with other
 * streams. The server takes some events ahead of a reader; when a few more wait, the
 * reader is too slow, and loses the connection.
 */
final class HttpStream implements Stream, Publisher<DataBuffer>, Subscription {

	private static final int MAX_WAITING = 16;

	/** For the last bytes; whoever is gone without a word never takes them. */
	private static final Duration LINGER = Duration.ofSeconds(5);

	private final Channel channel;

	private final DataBufferFactory buffers;

	private final Executor thread;

	private final Consumer<Stream> onStart;

	private final Runnable onSlow;

	private final AtomicLong demand = new AtomicLong();

	private final Queue<byte[]> waiting = new ArrayDeque<>(1);

	private @Nullable Subscriber<? super DataBuffer> subscriber;

	private volatile boolean anyWaiting;

	private volatile boolean closed;

	/**
	 * A stream that has not begun.
	 * @param channel the connection
	 * @param buffers wraps bytes for it
	 * @param thread calls this stream
	 * @param onStart to be called when the stream can be written to
	 * @param onSlow to be called when the reader is too slow
	 */
	HttpStream(Channel channel, DataBufferFactory buffers, Executor thread, Consumer<Stream> onStart, Runnable onSlow) {
		this.channel = channel;
		this.buffers = buffers;
		this.thread = thread;
		this.onStart = onStart;
		this.onSlow = onSlow;
	}

	@Override
	public void subscribe(Subscriber<? super DataBuffer> subscriber) {
		this.subscriber = subscriber;
		subscriber.onSubscribe(this);
		this.onStart.accept(this);
	}

	@Override
	public void send(byte[] bytes) {
		if (this.closed) {
			return;
		}
		if (this.waiting.size() == MAX_WAITING) {
			this.onSlow.run();
			this.closed = true;
			this.channel.close();
			return;
		}
		this.waiting.add(bytes);
		sendWaiting();
	}

	private void sendWaiting() {
		do {
			while (!this.closed && this.demand.get() > 0 && !this.waiting.isEmpty()) {
				this.demand.decrementAndGet();
				subscriber().onNext(this.buffers.wrap(this.waiting.remove()));
			}
			this.anyWaiting = !this.waiting.isEmpty();
			// Demand may have come just before it could see that something waits.
		}
		while (this.anyWaiting && !this.closed && this.demand.get() > 0);
	}

	@Override
	public void request(long count) {
		this.demand.accumulateAndGet(count, Operators::addCap);
		if (this.anyWaiting) {
			this.thread.execute(this::sendWaiting);
		}
	}

	@Override
	public void end() {
		if (!this.closed) {
			this.closed = true;
			subscriber().onComplete();
			this.channel.eventLoop().schedule(() -> this.channel.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private Subscriber<? super DataBuffer> subscriber() {
		return Objects.requireNonNull(this.subscriber);
	}

	@Override
	public void cancel() {
		this.closed = true;
	}

	@Override
	public boolean isOpen() {
		return !this.closed;
	}

}
