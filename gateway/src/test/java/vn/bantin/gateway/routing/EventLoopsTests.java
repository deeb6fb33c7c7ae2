package vn.bantin.gateway.routing;

import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.EventExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EventLoopsTests {

	private static final int CONNECTIONS = 40;

	private final LoopResources loops = EventLoops.loops();

	@AfterEach
	void disposeLoops() {
		this.loops.dispose();
	}

	@Test
	void acceptsConnectionsWhileAllEventLoopsAreAtWork() throws Exception {
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).runOn(this.loops).bindNow();
		AtomicInteger accepted = countAccepted(server);
		CountDownLatch work = new CountDownLatch(1);
		List<Socket> callers = new ArrayList<>();
		try {
			keepAtWork(work);
			for (int i = 0; i < CONNECTIONS; i++) {
				callers.add(new Socket(server.host(), server.port()));
			}
			await().untilAtomic(accepted, (it) -> assertThat(it).isEqualTo(CONNECTIONS));
		}
		finally {
			work.countDown();
			for (Socket caller : callers) {
				caller.close();
			}
			server.disposeNow();
		}
	}

	@Test
	void answersAndAsksInTheSameEventLoops() {
		List<EventExecutor> servers = executors(this.loops.onServer(LoopResources.DEFAULT_NATIVE));
		this.loops.onClient(LoopResources.DEFAULT_NATIVE).forEach((loop) -> assertThat(servers).contains(loop));
	}

	private void keepAtWork(CountDownLatch work) throws InterruptedException {
		List<EventExecutor> all = executors(this.loops.onServer(LoopResources.DEFAULT_NATIVE));
		CountDownLatch begun = new CountDownLatch(all.size());
		all.forEach((loop) -> loop.execute(() -> {
			begun.countDown();
			try {
				work.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}));
		begun.await();
	}

	private static AtomicInteger countAccepted(DisposableServer server) {
		AtomicInteger accepted = new AtomicInteger();
		server.channel().pipeline().addFirst(new ChannelInboundHandlerAdapter() {
			@Override
			public void channelRead(ChannelHandlerContext context, Object connection) {
				accepted.incrementAndGet();
				context.fireChannelRead(connection);
			}
		});
		return accepted;
	}

	private static List<EventExecutor> executors(Iterable<EventExecutor> group) {
		return StreamSupport.stream(group.spliterator(), false).toList();
	}

}
