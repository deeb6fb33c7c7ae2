package vn.bantin.gateway.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * To be run by hand: opens many streams at a running gateway and sends tallies to its
 * topic, then says how soon they came. Arguments: the gateway's port, Kafka's address,
 * how many streams, how many tallies a second, for how many seconds, the gateway's
 * process id.
 */
public final class LiveLoad {

	private static final Logger logger = LoggerFactory.getLogger(LiveLoad.class);

	private static final int ARTICLES = 100;

	private static final Map<String, Long> sent = new ConcurrentHashMap<>();

	private static final AtomicInteger open = new AtomicInteger();

	private static final AtomicInteger refused = new AtomicInteger();

	private static final AtomicLong received = new AtomicLong();

	/** How many came after so many milliseconds. */
	private static final long[] millis = new long[10_000];

	private LiveLoad() {
	}

	public static void main(String[] arguments) throws Exception {
		int port = Integer.parseInt(arguments[0]);
		int streams = Integer.parseInt(arguments[2]);
		int perSecond = Integer.parseInt(arguments[3]);
		int seconds = Integer.parseInt(arguments[4]);
		Path process = Path.of("/proc", arguments[5]);
		EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
		try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(
				Map.of("bootstrap.servers", arguments[1], "linger.ms", 0), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			say("before: %s", memory(process));
			open(loop, port, streams);
			say("%d streams, %d refused: %s", open.get(), refused.get(), memory(process));
			long version = System.currentTimeMillis();
			long cpu = cpu(process);
			long start = System.nanoTime();
			for (int i = 0; i < perSecond * seconds; i++) {
				String id = id(i % ARTICLES);
				sent.put("tally-" + id + ":" + ++version, System.nanoTime());
				kafka.send(new ProducerRecord<>("tallies", id.getBytes(StandardCharsets.UTF_8), tally(id, version)));
				long next = start + (i + 1) * 1_000_000_000L / perSecond;
				Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
			}
			Thread.sleep(1500);
			say("%d came, %d streams are open, %s, %.2f of a core", received.get(), open.get(), memory(process),
					(cpu(process) - cpu) / 100.0 / ((System.nanoTime() - start) / 1e9));
			say("p50 %d ms, p99 %d ms, p99.9 %d ms, longest %d ms", percentile(50), percentile(99), percentile(99.9),
					percentile(100));
		}
		finally {
			loop.shutdownGracefully();
		}
	}

	private static void say(String format, Object... values) {
		logger.info(format.formatted(values));
	}

	private static String id(int article) {
		return "load%06d".formatted(article);
	}

	private static byte[] tally(String id, long version) {
		return """
				{"change":"update","reason":"counted","tally":{"article":"%s","sum":9,"count":2,"mean":4.5,\
				"stars":{"1":0,"2":0,"3":0,"4":1,"5":1},"version":%d,"at":"2026-11-23T08:10:05Z"}}"""
			.formatted(id, version)
			.getBytes(StandardCharsets.UTF_8);
	}

	/** As many readers as a gateway lets in from an address each. */
	private static void open(EventLoopGroup loop, int port, int streams) throws InterruptedException {
		Semaphore opening = new Semaphore(32);
		for (int i = 0; i < streams; i++) {
			opening.acquire();
			// A gateway that is busy refuses rather than lets wait.
			Thread.sleep((i % 4 == 0) ? 4 : 0);
			String request = "GET /api/live?articles=%s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
				.formatted(id(i % ARTICLES), port);
			int reader = i / 20;
			new Bootstrap().group(loop)
				.channel(EpollSocketChannel.class)
				.option(ChannelOption.SO_RCVBUF, 16_384)
				.handler(new ChannelInitializer<SocketChannel>() {

					@Override
					protected void initChannel(SocketChannel channel) {
						channel.pipeline().addLast(new Page(opening));
					}
				})
				.localAddress("127.0.%d.%d".formatted(1 + reader / 250, 1 + reader % 250), 0)
				.connect("127.0.0.1", port)
				.addListener((connected) -> {
					if (connected.isSuccess()) {
						((io.netty.channel.ChannelFuture) connected).channel()
							.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
					}
					else {
						say("%s", connected.cause());
						opening.release();
					}
				});
		}
		opening.acquire(32);
	}

	private static String memory(Path process) throws Exception {
		return Files.readAllLines(process.resolve("status"))
			.stream()
			.filter((line) -> line.startsWith("VmRSS"))
			.map((line) -> "RSS " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
			.findFirst()
			.orElseThrow();
	}

	/** In hundredths of a second. */
	private static long cpu(Path process) throws Exception {
		String[] fields = Files.readString(process.resolve("stat")).replaceAll(".*\\) ", "").split(" ");
		return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
	}

	private static synchronized int percentile(double percentile) {
		long all = Arrays.stream(millis).sum();
		long passed = 0;
		for (int i = 0; i < millis.length; i++) {
			passed += millis[i];
			if (passed > 0 && passed >= all * percentile / 100) {
				return i;
			}
		}
		return millis.length;
	}

	private static synchronized void note(String event) {
		Long at = sent.get(event);
		if (at != null) {
			received.incrementAndGet();
			millis[(int) Math.min(millis.length - 1, (System.nanoTime() - at) / 1_000_000)]++;
		}
	}

	private static final class Page extends SimpleChannelInboundHandler<ByteBuf> {

		private final Semaphore opening;

		private boolean opened;

		private boolean refused;

		private Page(Semaphore opening) {
			this.opening = opening;
		}

		@Override
		protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) {
			String text = bytes.toString(StandardCharsets.UTF_8);
			if (!this.opened) {
				this.opened = true;
				this.opening.release();
				this.refused = !text.startsWith("HTTP/1.1 200");
				AtomicInteger count = this.refused ? LiveLoad.refused : open;
				count.incrementAndGet();
			}
			for (int at = text.indexOf("id: "); at >= 0; at = text.indexOf("id: ", at + 1)) {
				note(text.substring(at + 4, text.indexOf('\n', at)));
			}
		}

		@Override
		public void channelInactive(ChannelHandlerContext ctx) {
			if (this.opened && !this.refused) {
				open.decrementAndGet();
			}
		}

	}

}
