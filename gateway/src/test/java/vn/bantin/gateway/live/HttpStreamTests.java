package vn.bantin.gateway.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.BaseSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

class HttpStreamTests {

	private final EmbeddedChannel channel = new EmbeddedChannel();

	private final AtomicInteger begun = new AtomicInteger();

	private final AtomicInteger slow = new AtomicInteger();

	private final HttpStream stream = new HttpStream(this.channel, DefaultDataBufferFactory.sharedInstance,
			Runnable::run, (begun) -> this.begun.incrementAndGet(), this.slow::incrementAndGet);

	private final Server server = new Server();

	@Test
	void beginsOnceItCanBeWrittenTo() {
		assertThat(this.begun).hasValue(0);
		this.stream.subscribe(this.server);
		assertThat(this.begun).hasValue(1);
	}

	@Test
	void sendsAsMuchAsTheServerTakesAndTheRestLater() {
		this.stream.subscribe(this.server);
		this.server.request(1);
		send("a");
		send("b");
		send("c");
		assertThat(this.server.got).containsExactly("a");
		this.server.request(5);
		assertThat(this.server.got).containsExactly("a", "b", "c");
		send("d");
		assertThat(this.server.got).containsExactly("a", "b", "c", "d");
	}

	@Test
	void givesASlowReaderUp() {
		this.stream.subscribe(this.server);
		for (int i = 0; i < 16; i++) {
			send("a");
		}
		assertThat(this.stream.isOpen()).isTrue();
		send("one too many");
		assertThat(this.stream.isOpen()).isFalse();
		assertThat(this.channel.isOpen()).isFalse();
		assertThat(this.slow).hasValue(1);
		send("b");
		assertThat(this.slow).hasValue(1);
	}

	@Test
	void endsCleanlyAndSendsNothingAfterwards() {
		this.stream.subscribe(this.server);
		this.server.request(5);
		this.stream.end();
		this.stream.end();
		send("a");
		assertThat(this.server.completed).isEqualTo(1);
		assertThat(this.server.got).isEmpty();
		assertThat(this.stream.isOpen()).isFalse();
	}

	@Test
	void isClosedOnceItsReaderIsGone() {
		this.stream.subscribe(this.server);
		this.server.request(5);
		this.server.cancel();
		send("a");
		assertThat(this.stream.isOpen()).isFalse();
		assertThat(this.server.got).isEmpty();
	}

	private void send(String text) {
		this.stream.send(text.getBytes(StandardCharsets.UTF_8));
	}

	/** Takes only what a test tells it to. */
	private static final class Server extends BaseSubscriber<DataBuffer> {

		private final List<String> got = new ArrayList<>();

		private int completed;

		@Override
		protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
			// Nothing is taken yet.
		}

		@Override
		protected void hookOnNext(DataBuffer value) {
			this.got.add(value.toString(StandardCharsets.UTF_8));
		}

		@Override
		protected void hookOnComplete() {
			this.completed++;
		}

	}

}
