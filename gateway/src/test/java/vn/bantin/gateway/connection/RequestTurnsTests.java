package vn.bantin.gateway.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import vn.bantin.gateway.RawConnection;
import vn.bantin.gateway.RawConnection.Answer;
import vn.bantin.service.draining.Draining;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One request after the other on a connection, whoever answers: {@code /stage} by a
 * stage, {@code /prepared} by one with ready bytes, everything else by Reactor Netty.
 */
class RequestTurnsTests {

	private static final Draining draining = new Draining(new GenericApplicationContext());

	private final Sinks.Empty<Void> released = Sinks.empty();

	private final Sinks.Empty<Void> asked = Sinks.empty();

	private DisposableServer server;

	@BeforeEach
	void start() {
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.idleTimeout(Duration.ofMillis(300))
			.doOnChannelInit((observer, channel, address) -> StageConfiguration.install(channel.pipeline(),
					List.of(new Stage()), draining))
			.handle((request, response) -> request.receive()
				.aggregate()
				.asString()
				.defaultIfEmpty("")
				.flatMap((body) -> whenReady(request.uri())
					.then(response.sendString(Mono.just(request.uri() + body)).then())))
			.bindNow();
	}

	private Mono<Void> whenReady(String uri) {
		if (uri.startsWith("/waits")) {
			this.asked.tryEmitEmpty();
			return this.released.asMono();
		}
		return Mono.delay(Duration.ofMillis(1)).then();
	}

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	private RawConnection connect() throws IOException {
		return new RawConnection(this.server.port());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stage", "/prepared", "/reactor" })
	void answersAThousandRequestsThatWereSentAhead(String path) throws IOException {
		try (RawConnection connection = connect()) {
			for (int i = 0; i < 1000; i++) {
				connection.send(get(path + i));
			}
			for (int i = 0; i < 1000; i++) {
				assertThat(connection.answer().body()).isEqualTo(path + i);
			}
		}
	}

	@Test
	void keepsTheOrderWhoeverAnswers() throws IOException {
		List<String> paths = List.of("/stage", "/reactor", "/prepared", "/reactor", "/reactor", "/stage", "/prepared");
		try (RawConnection connection = connect()) {
			connection.send(get("/reactor"));
			assertThat(connection.answer().body()).isEqualTo("/reactor");
			for (int i = 0; i < 300; i++) {
				connection.send(get(paths.get(i % paths.size()) + i));
			}
			for (int i = 0; i < 300; i++) {
				assertThat(connection.answer().body()).isEqualTo(paths.get(i % paths.size()) + i);
			}
			for (String path : paths) {
				assertThat(connection.send(get(path)).answer().body()).isEqualTo(path);
			}
		}
	}

	@Test
	void passesBodiesOnAndDropsThemWithTheRequestThatWasAnswered() throws IOException {
		String body = "x".repeat(200_000);
		try (RawConnection connection = connect()) {
			for (String path : List.of("/reactor", "/stage", "/prepared", "/reactor")) {
				connection.send("PUT " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 200000\r\n\r\n" + body);
			}
			assertThat(connection.answer().body()).isEqualTo("/reactor" + body);
			assertThat(connection.answer().body()).isEqualTo("/stage");
			assertThat(connection.answer().body()).isEqualTo("/prepared");
			assertThat(connection.answer().body()).isEqualTo("/reactor" + body);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stage", "/prepared", "/reactor" })
	void answersHeadWithoutABody(String path) throws IOException {
		try (RawConnection connection = connect()) {
			connection.send("HEAD " + path + " HTTP/1.1\r\nHost: a\r\n\r\n" + get("/stage"));
			assertThat(connection.head().status()).isEqualTo(200);
			assertThat(connection.answer().body()).isEqualTo("/stage");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stage", "/prepared", "/reactor" })
	void endsTheConnectionWhenTheClientSaysSo(String path) throws IOException {
		try (RawConnection connection = connect()) {
			connection.send("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" + get("/stage"));
			Answer answer = connection.answer();
			assertThat(answer.body()).isEqualTo(path);
			assertThat(answer.header("Connection")).isEqualTo("close");
			assertThat(connection.isEnded()).isTrue();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/stage", "/prepared", "/reactor" })
	void endsTheConnectionWhenItIsIdle(String path) throws IOException {
		try (RawConnection connection = connect()) {
			assertThat(connection.send(get(path)).answer().body()).isEqualTo(path);
			assertThat(connection.isEnded()).isTrue();
		}
	}

	@Test
	void letsARequestEndWhenTheServerStopsAndClosesIdleConnections() throws Exception {
		try (RawConnection idle = connect(); RawConnection busy = connect()) {
			assertThat(idle.send(get("/stage")).answer().status()).isEqualTo(200);
			busy.send(get("/waits"));
			this.asked.asMono().block();
			Thread stopping = Thread.ofVirtual().start(() -> this.server.disposeNow(Duration.ofSeconds(20)));
			assertThat(idle.isEnded()).isTrue();
			this.released.tryEmitEmpty();
			assertThat(busy.answer().body()).isEqualTo("/waits");
			stopping.join();
		}
	}

	@Test
	void readsNothingMoreOfWhatIsSentAheadAndReleasesItWhenTheConnectionCloses() {
		EmbeddedChannel channel = new EmbeddedChannel(new RequestTurns(draining));
		ByteBuf bytes = Unpooled.buffer().writeBytes((get("/one") + get("/two")).getBytes(StandardCharsets.US_ASCII));

		channel.writeInbound(bytes);

		assertThat(channel.<HttpRequest>readInbound().uri()).isEqualTo("/one");
		assertThat(channel.<Object>readInbound()).isInstanceOf(LastHttpContent.class);
		assertThat(channel.<Object>readInbound()).isNull();
		assertThat(channel.config().isAutoRead()).isFalse();
		channel.finishAndReleaseAll();
		assertThat(bytes.refCnt()).isZero();
	}

	@Test
	void beginsTheNextRequestWhenTheLastOneWasAnsweredWhole() {
		EmbeddedChannel channel = new EmbeddedChannel(new RequestTurns(draining));
		channel.writeInbound(Unpooled.copiedBuffer(get("/one") + get("/two"), StandardCharsets.US_ASCII));
		channel.<HttpRequest>readInbound();
		channel.<Object>readInbound();

		channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
		channel.runPendingTasks();
		assertThat(channel.<Object>readInbound()).isNull();

		channel.writeOutbound(answer("1"));
		channel.runPendingTasks();
		assertThat(channel.<HttpRequest>readInbound().uri()).isEqualTo("/two");
		assertThat(channel.config().isAutoRead()).isTrue();
		channel.finishAndReleaseAll();
	}

	private static String get(String path) {
		return "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n";
	}

	private static FullHttpResponse answer(String body) {
		FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK,
				Unpooled.copiedBuffer(body, StandardCharsets.US_ASCII));
		answer.headers().set("Content-Length", body.length());
		return answer;
	}

	private static final class Stage implements ConnectionStage {

		@Override
		public String name() {
			return "stage";
		}

		@Override
		public ChannelHandler handler() {
			return new RequestHandler() {
				@Override
				protected boolean answers(ChannelHandlerContext context, HttpRequest request) {
					if (request.uri().startsWith("/stage")) {
						context.writeAndFlush(answer(request.uri()));
						return true;
					}
					if (request.uri().startsWith("/prepared")) {
						context.writeAndFlush(prepared(request));
						return true;
					}
					return false;
				}
			};
		}

		private static PreparedAnswer prepared(HttpRequest request) {
			String body = request.uri();
			String head = "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n";
			return new PreparedAnswer(Unpooled.copiedBuffer(head, StandardCharsets.US_ASCII), Unpooled
				.copiedBuffer(request.method().equals(HttpMethod.HEAD) ? "" : body, StandardCharsets.US_ASCII));
		}

	}

}
