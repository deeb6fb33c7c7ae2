package vn.bantin.gateway.connection;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.RawConnection;
import vn.bantin.gateway.RawConnection.Answer;
import vn.bantin.service.draining.Draining;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What gets past the door and what does not, byte by byte. Behind it stands a server that
 * says what it was asked.
 */
class DoorTests {

	private static final Draining draining = new Draining(new GenericApplicationContext());

	private static final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private static final Door door = new Door(
			new HeadRules(
					new HostRule(new SiteNames(URI.create("https://bantin.example"), List.of("www.bantin.example")))),
			new Refusals(JsonMapper.shared(), new SecurityHeaders(true), meters));

	private static DisposableServer server;

	@BeforeAll
	static void start() {
		server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.doOnChannelInit((observer, channel, address) -> StageConfiguration.install(channel.pipeline(),
					List.of(door), draining))
			.handle((request, response) -> request.receive()
				.aggregate()
				.asString()
				.defaultIfEmpty("")
				.flatMap((body) -> response
					.sendString(Mono.just(request.method() + " " + request.uri() + " " + body
							+ request.requestHeaders().get("Upgrade", "") + request.requestHeaders().get("Expect", "")))
					.then()))
			.bindNow();
	}

	@AfterAll
	static void stop() {
		server.disposeNow();
	}

	private static RawConnection connect() throws IOException {
		return new RawConnection(server.port());
	}

	private static Answer answer(String request) throws IOException {
		try (RawConnection connection = connect()) {
			return connection.send(request).answer();
		}
	}

	private static String text(String escaped) {
		return escaped.translateEscapes();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					GET / HTTP/1.1\\r\\n\\r\\n | 400
					GET / HTTP/1.0\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example, evil.vn\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost:\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: a@bantin.example\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nX-A: a\\r\\n b\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\n Host: bantin.example\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nX-A : a\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nX(A): a\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\n: a\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nnothing\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nX-A: a\\0b\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nX-A: a\\rb\\r\\n\\r\\n | 400
					GET / HTTP/1.1\\nHost: bantin.example\\n\\n | 400
					GET  / HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET\\t/ HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					\\0GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET /a\\tb HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET /a\\7b HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET /ti\\341 HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET / http/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET /\\r\\n\\r\\n | 400
					GET / HTTP/1.2\\r\\nHost: bantin.example\\r\\n\\r\\n | 505
					GET / HTTP/9.9\\r\\nHost: bantin.example\\r\\n\\r\\n | 505
					PRI * HTTP/2.0\\r\\n\\r\\nSM\\r\\n\\r\\n | 505
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: identity, chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 501
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 501
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\n | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: chunked, chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 3\\r\\n\\r\\n0\\r\\n\\r\\n | 400
					POST / HTTP/1.0\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nContent-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabcd | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nContent-Length: +3\\r\\n\\r\\nabc | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nContent-Length: -3\\r\\n\\r\\nabc | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nContent-Length: 0x3\\r\\n\\r\\nabc | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nzz\\r\\nab\\r\\n | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\r\\nabcd\\r\\n0\\r\\n\\r\\n | 400
					POST / HTTP/1.1\\r\\nHost: bantin.example\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n3\\nabc\\n0\\n\\n | 400
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nContent-Length: 3\\r\\n\\r\\nabc | 400
					TRACE / HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 405
					CONNECT evil.vn:443 HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 405
					BREW / HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 501
					get / HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 501
					GET / HTTP/1.1\\r\\nHost: bantin.example\\r\\nExpect: 200-ok\\r\\n\\r\\n | 417
					GET / HTTP/1.1\\r\\nHost: evil.vn\\r\\n\\r\\n | 421
					GET / HTTP/1.1\\r\\nHost: bantin.example.evil.vn\\r\\n\\r\\n | 421
					GET / HTTP/1.1\\r\\nHost: bantin.example.\\r\\n\\r\\n | 421
					GET / HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n | 421
					GET http://evil.vn/ HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 421
					GET ftp://bantin.example/ HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET http:///a HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET * HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					GET bantin HTTP/1.1\\r\\nHost: bantin.example\\r\\n\\r\\n | 400
					""")
	void refuses(String request, int status) throws IOException {
		Answer answer = answer(text(request));
		assertThat(answer.status()).as(answer.body()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.body()).contains("\"status\":" + status, "\"type\":\"/problems/");
		assertThat(answer.headers()).containsEntry("X-Content-Type-Options", "nosniff")
			.containsEntry("X-Frame-Options", "DENY")
			.containsEntry("Cache-Control", "no-store")
			.containsKeys("Strict-Transport-Security", "Content-Security-Policy");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/newsroom/..;/articles", "/api/newsroom/../articles", "/api/./newsroom",
			"/api/%2e%2e/newsroom", "/api/.%2E/newsroom", "/api/%2e/newsroom", "//api/newsroom", "/api//newsroom",
			"/api%2fnewsroom", "/api%5cnewsroom", "/api\\newsroom", "/api/newsroom;x=1/articles", "/api/newsroom%3bx=1",
			"/api/newsroom/..", "/api/newsroom/%00", "/api/newsroom%0d%0a", "/api/%ff", "/api/%c0%ae", "/api/%zz",
			"/api/%2", "/api/%", "/a#b", "/a?q=%ff", "/a?q=%e1%bb", "/a?q=%", "/a?q=%zz", "/a?q=<", "/a?q=\"", "/a|b",
			"/{a}" })
	void refusesWhatCouldBeReadInTwoWays(String target) throws IOException {
		assertThat(answer("GET " + target + " HTTP/1.1\r\nHost: bantin.example\r\n\r\n").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "/, /", "/a/b.c/d..e/, /a/b.c/d..e/", "/.well-known/x, /.well-known/x",
			"/tim-kiem?q=%C4%91%E1%BA%A3ng+b%E1%BB%99&a[]=;%25, /tim-kiem?q=%C4%91%E1%BA%A3ng+b%E1%BB%99&a[]=;%25",
			"http://bantin.example/a?b, /a?b", "HTTPS://WWW.Bantin.Example:8443, /", "http://bantin.example?b, /?b" })
	void passesOnWhatIsWellFormed(String target, String seen) throws IOException {
		assertThat(answer("GET " + target + " HTTP/1.1\r\nHost: bantin.example:80\r\n\r\n").body())
			.isEqualTo("GET " + seen + " ");
	}

	@Test
	void tellsServicesTheKeysByWhateverName() throws IOException {
		assertThat(answer("GET /.well-known/jwks.json HTTP/1.1\r\nHost: gateway.inner:8080\r\n\r\n").status())
			.isEqualTo(200);
	}

	@Test
	void refusesAnAddressAndHeadersThatAreTooLong() throws IOException {
		String host = " HTTP/1.1\r\nHost: bantin.example\r\n";
		assertThat(answer("GET /" + "a".repeat(9_000) + host + "\r\n").status()).isEqualTo(414);
		assertThat(answer("GET /" + host + "X-A: " + "a".repeat(70_000) + "\r\n\r\n").status()).isEqualTo(431);
		assertThat(answer("GET /" + host + "X-A: a\r\n".repeat(10_000) + "\r\n").status()).isEqualTo(431);
	}

	@Test
	void endsTheConnectionWhereTheNextRequestMayBeginAnywhere() throws IOException {
		try (RawConnection connection = connect()) {
			connection.send("GET / HTTP/1.1\r\nHost: bantin.example\r\nX-A : a\r\n\r\nGET / HTTP/1.1\r\n\r\n");
			assertThat(connection.answer().header("Connection")).isEqualTo("close");
			assertThat(connection.isEnded()).isTrue();
		}
	}

	@Test
	void goesOnAfterARefusalThatLeavesNoDoubt() throws IOException {
		try (RawConnection connection = connect()) {
			connection.send("GET / HTTP/1.1\r\nHost: evil.vn\r\n\r\nHEAD / HTTP/1.1\r\nHost: evil.vn\r\n\r\n"
					+ "GET /a HTTP/1.1\r\nHost: bantin.example\r\n\r\n");
			assertThat(connection.answer().status()).isEqualTo(421);
			assertThat(connection.head().status()).isEqualTo(421);
			assertThat(connection.answer().body()).isEqualTo("GET /a ");
		}
	}

	@Test
	void neverOffersAnotherProtocolInward() throws IOException {
		assertThat(answer("GET /a HTTP/1.1\r\nHost: bantin.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
				+ "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"))
			.satisfies((answer) -> assertThat(answer.body()).isEqualTo("GET /a "))
			.satisfies((answer) -> assertThat(answer.status()).isEqualTo(200));
	}

	@Test
	void readsABodyWholeAndPassesItOnWithItsLength() throws IOException {
		try (RawConnection connection = connect()) {
			connection
				.send("POST /a HTTP/1.1\r\nHost: bantin.example\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n"
						+ "2\r\nde\r\n0\r\nContent-Length: 7\r\n\r\nPUT /b HTTP/1.1\r\nHost: bantin.example\r\nContent-Length: 2\r\n\r\nfg");
			assertThat(connection.answer().body()).isEqualTo("POST /a abcde");
			assertThat(connection.answer().body()).isEqualTo("PUT /b fg");
		}
	}

	@Test
	void asksForTheBodyOfAClientThatWaits() throws IOException {
		try (RawConnection connection = connect()) {
			connection
				.send("POST /a HTTP/1.1\r\nHost: bantin.example\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
			assertThat(connection.head().status()).isEqualTo(100);
			assertThat(connection.send("abc").answer().body()).isEqualTo("POST /a abc");
		}
	}

	@ParameterizedTest
	@CsvSource({ "/api/articles/a/rating/mine, 4096", "/xa-hoi/a/danh-gia, 4096", "/api/newsroom/articles, 524288" })
	void refusesABodyThatIsLargerThanItsPathAllows(String path, int limit) throws IOException {
		String head = "PUT " + path + " HTTP/1.1\r\nHost: bantin.example\r\n";
		assertThat(answer(head + "Content-Length: " + limit + "\r\n\r\n" + "a".repeat(limit)).status()).isEqualTo(200);
		assertThat(answer(head + "Content-Length: " + (limit + 1) + "\r\n\r\n" + "a".repeat(limit + 1)).status())
			.isEqualTo(413);
		assertThat(answer(head + "Content-Length: 9999999999999\r\n\r\n").status()).isEqualTo(413);
		assertThat(answer(head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(limit + 1) + "\r\n"
				+ "a".repeat(limit + 1) + "\r\n0\r\n\r\n")
			.status()).isEqualTo(413);
	}

	@Test
	void refusesAPictureThatIsTooLargeOrOfUnknownLength() throws IOException {
		String head = "POST /api/newsroom/media HTTP/1.1\r\nHost: bantin.example\r\n";
		assertThat(answer(head + "Content-Length: 11534337\r\n\r\n").status()).isEqualTo(413);
		assertThat(answer(head + "Transfer-Encoding: chunked\r\n\r\n").status()).isEqualTo(411);
		assertThat(answer(head + "Content-Length: 3\r\n\r\nabc").body()).isEqualTo("POST /api/newsroom/media abc");
	}

	@Test
	void refusesAFormThatIsNotUtf8() throws IOException {
		String head = "POST /a HTTP/1.1\r\nHost: bantin.example\r\nContent-Type: application/x-www-form-urlencoded\r\n";
		assertThat(answer(head + "Content-Length: 9\r\n\r\nstars=%ff").status()).isEqualTo(400);
		assertThat(answer(head + "Content-Length: 7\r\n\r\nstars=5").body()).isEqualTo("POST /a stars=5");
	}

	@Test
	void countsWhatItRefusesByReason() throws IOException {
		double before = refused("host");
		answer("GET / HTTP/1.1\r\nHost: evil.vn\r\n\r\n");
		assertThat(refused("host")).isEqualTo(before + 1);
	}

	private static double refused(String reason) {
		return meters.get("bantin.gateway.door.refused").tag("reason", reason).counter().count();
	}

	@ParameterizedTest
	@ValueSource(strings = { "G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: bantin.example\r\nX-A: " })
	void waitsTenSecondsForAHead(String half) {
		EmbeddedChannel channel = embedded();
		channel.writeInbound(bytes(half));
		channel.advanceTimeBy(9, TimeUnit.SECONDS);
		channel.runScheduledPendingTasks();
		assertThat(channel.isOpen()).isTrue();
		channel.advanceTimeBy(1, TimeUnit.SECONDS);
		channel.runScheduledPendingTasks();
		assertThat(written(channel)).startsWith("HTTP/1.1 408 ").contains("connection: close");
		assertThat(channel.isOpen()).isFalse();
	}

	@Test
	void waitsThirtySecondsForABody() {
		EmbeddedChannel channel = embedded();
		channel.writeInbound(bytes("PUT / HTTP/1.1\r\nHost: bantin.example\r\nContent-Length: 2000\r\n\r\n{"));
		for (int i = 0; i < 29; i++) {
			channel.advanceTimeBy(1, TimeUnit.SECONDS);
			channel.runScheduledPendingTasks();
			channel.writeInbound(bytes(" "));
		}
		assertThat(channel.isOpen()).isTrue();
		channel.advanceTimeBy(1, TimeUnit.SECONDS);
		channel.runScheduledPendingTasks();
		assertThat(channel.<Object>readInbound()).isNull();
		assertThat(written(channel)).startsWith("HTTP/1.1 408 ");
		assertThat(channel.isOpen()).isFalse();
	}

	@Test
	void waitsForNothingBetweenRequests() {
		EmbeddedChannel channel = embedded();
		channel.advanceTimeBy(20, TimeUnit.SECONDS);
		channel.writeInbound(bytes("GET / HTTP/1.1\r\nHost: evil.vn\r\n\r\n"));
		channel.advanceTimeBy(20, TimeUnit.SECONDS);
		channel.runScheduledPendingTasks();
		assertThat(written(channel)).startsWith("HTTP/1.1 421 ").doesNotContain("408");
		assertThat(channel.isOpen()).isTrue();
		channel.finishAndReleaseAll();
	}

	@Test
	void forgetsARequestWhoseClientGoesAway() {
		EmbeddedChannel channel = embedded();
		ByteBuf sent = bytes("PUT / HTTP/1.1\r\nHost: bantin.example\r\nContent-Length: 20\r\n\r\nabc");
		channel.writeInbound(sent);
		channel.close();
		assertThat(sent.refCnt()).isZero();
		assertThat(channel.<Object>readInbound()).isNull();
		assertThat(channel.<Object>readOutbound()).isNull();
	}

	private static EmbeddedChannel embedded() {
		EmbeddedChannel channel = new EmbeddedChannel(new RequestTurns(draining), door.handler());
		channel.freezeTime();
		return channel;
	}

	private static ByteBuf bytes(String text) {
		return Unpooled.buffer().writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	private static String written(EmbeddedChannel channel) {
		StringBuilder text = new StringBuilder();
		for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
			text.append(bytes.toString(StandardCharsets.ISO_8859_1));
			bytes.release();
		}
		return text.toString();
	}

}
