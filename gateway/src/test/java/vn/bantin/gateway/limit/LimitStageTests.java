package vn.bantin.gateway.limit;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.bantin.gateway.identity.TestReaders;
import vn.bantin.gateway.network.TestNetworks;

import static org.assertj.core.api.Assertions.assertThat;

/** One connection after another through the stage. */
class LimitStageTests {

	private static final String VOTE = "/api/articles/a1b2c3d4e5/rating/mine";

	private final VirtualTime time = new VirtualTime();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TestReaders readers = new TestReaders();

	private final LimitStage stage = new LimitStage(new Limits(ShippedLimits.with("1"), this.time),
			TestNetworks.direct(), this.readers.lookup(), Map.of("X-Frame-Options", "DENY"), this.meters);

	private EmbeddedChannel connection = connect("203.0.113.7");

	private EmbeddedChannel connect(String address) {
		return new EmbeddedChannel(this.stage.handler()) {
			@Override
			protected SocketAddress remoteAddress0() {
				return new InetSocketAddress(address, 4711);
			}
		};
	}

	@AfterEach
	void close() {
		this.connection.finishAndReleaseAll();
	}

	@Test
	void saysWhichLimitRefusesAndWhenToComeAgain() {
		vote(60);
		FullHttpResponse answer = refusal(request(HttpMethod.PUT, VOTE));
		assertThat(answer.status()).isEqualTo(HttpResponseStatus.TOO_MANY_REQUESTS);
		assertThat(answer.headers().get("Retry-After")).isEqualTo("1");
		assertThat(answer.headers().get("RateLimit-Policy")).isEqualTo("\"vote-ipv4-32\";q=60;w=60");
		assertThat(answer.headers().get("RateLimit")).isEqualTo("\"vote-ipv4-32\";r=0;t=1");
		assertThat(answer.headers().get("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.headers().get("X-Frame-Options")).isEqualTo("DENY");
		assertThat(answer.headers().get("Content-Type")).isEqualTo("application/problem+json");
		JsonNode problem = JsonMapper.shared().readTree(answer.content().toString(StandardCharsets.UTF_8));
		assertThat(problem.get("type").asString()).isEqualTo("/problems/too-many-requests");
		assertThat(problem.get("status").asInt()).isEqualTo(429);
		assertThat(problem.get("policy").asString()).isEqualTo("vote-ipv4-32");
		assertThat(problem.get("retryAfter").asInt()).isEqualTo(1);
		assertThat(this.meters.get("bantin.gateway.limited")
			.tag("class", "vote")
			.tag("scope", "ipv4-32")
			.counter()
			.count()).isEqualTo(1);
		answer.release();
	}

	@Test
	void givesBrowsersAPage() {
		vote(60);
		HttpRequest request = request(HttpMethod.POST, "/kinh-te/gao-a1b2c3d4e5/danh-gia");
		request.headers().set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
		FullHttpResponse answer = refusal(request);
		assertThat(answer.headers().get("Content-Type")).isEqualTo("text/html;charset=UTF-8");
		assertThat(answer.content().toString(StandardCharsets.UTF_8)).contains("Xin thử lại sau 1 giây", "lang=\"en\"");
		answer.release();
	}

	@Test
	void limitsAnAddressOverAllItsConnections() {
		vote(60);
		this.connection.finishAndReleaseAll();
		this.connection = connect("203.0.113.7");
		assertThat(ask(request(HttpMethod.PUT, VOTE))).isNotNull();
		this.connection.finishAndReleaseAll();
		this.connection = connect("203.0.113.8");
		assertThat(ask(request(HttpMethod.PUT, VOTE))).isNull();
	}

	@Test
	void isNotEvadedByHeadersOfTheClient() {
		int refused = 0;
		for (int i = 0; i < 200; i++) {
			HttpRequest request = request(HttpMethod.PUT, VOTE);
			request.headers().set("X-Forwarded-For", "198.51.100." + i).set("Forwarded", "for=198.51.100." + i);
			request.headers().set("Cookie", "reader=forged" + i + ".AAAAAAAAAAAAAAAAAAAAAA");
			refused += (ask(request) != null) ? 1 : 0;
		}
		assertThat(refused).isEqualTo(140);
	}

	@Test
	void limitsAReaderByAValidCookie() {
		String cookie = "a=b; reader=" + this.readers.cookie();
		for (int i = 0; i < 10; i++) {
			HttpRequest request = request(HttpMethod.PUT, VOTE);
			request.headers().set("Cookie", cookie);
			assertThat(ask(request)).isNull();
		}
		HttpRequest request = request(HttpMethod.PUT, VOTE);
		request.headers().set("Cookie", cookie);
		FullHttpResponse answer = refusal(request);
		assertThat(answer.headers().get("RateLimit")).isEqualTo("\"vote-reader\";r=0;t=6");
		assertThat(ask(request(HttpMethod.PUT, VOTE))).isNull();
	}

	@Test
	void dropsTheBodyOfWhatItRefusesAndGoesOn() {
		vote(60);
		HttpRequest head = request(HttpMethod.PUT, VOTE);
		head.headers().set("Content-Length", 20);
		this.connection.writeInbound(head,
				new DefaultHttpContent(Unpooled.copiedBuffer("{\"stars\":", StandardCharsets.US_ASCII)),
				new DefaultLastHttpContent(Unpooled.copiedBuffer("5}        ", StandardCharsets.US_ASCII)));
		FullHttpResponse refused = this.connection.readOutbound();
		assertThat(refused.status()).isEqualTo(HttpResponseStatus.TOO_MANY_REQUESTS);
		assertThat(refused.headers().get("Connection")).isNull();
		assertThat(this.connection.inboundMessages()).isEmpty();
		assertThat(ask(request(HttpMethod.GET, "/"))).isNull();
		refused.release();
	}

	@Test
	void endsAConnectionWhoseBodyIsNotWorthReading() {
		exhaustNewsroom();
		HttpRequest picture = request(HttpMethod.POST, "/api/newsroom/media");
		picture.headers().set("Content-Length", 10_000_000);
		FullHttpResponse large = refusal(picture);
		assertThat(large.headers().get("Connection")).isEqualTo("close");
		HttpRequest waiting = request(HttpMethod.POST, "/api/newsroom/articles");
		waiting.headers().set("Content-Length", 20).set("Expect", "100-continue");
		FullHttpResponse expected = refusal(waiting);
		assertThat(expected.headers().get("Connection")).isEqualTo("close");
	}

	@Test
	void tellsApiClientsWhatIsLeft() {
		assertThat(ask(request(HttpMethod.PUT, VOTE))).isNull();
		FullHttpResponse first = answered("no-store");
		assertThat(first.headers().get("RateLimit")).isEqualTo("\"vote-ipv4-32\";r=59;t=1");
		assertThat(first.headers().get("RateLimit-Policy")).isEqualTo("\"vote-ipv4-32\";q=60;w=60");
	}

	@Test
	void tellsNobodyWhatOthersMayGetFromACache() {
		assertThat(ask(request(HttpMethod.GET, "/tim-kiem?q=gao"))).isNull();
		assertThat(answered("public, max-age=5").headers().contains("RateLimit")).isFalse();
		assertThat(ask(request(HttpMethod.GET, "/"))).isNull();
		assertThat(answered("no-store").headers().contains("RateLimit")).isFalse();
	}

	private FullHttpResponse refusal(HttpRequest request) {
		return Objects.requireNonNull(ask(request), "not refused");
	}

	private void vote(int times) {
		for (int i = 0; i < times; i++) {
			assertThat(ask(request(HttpMethod.PUT, VOTE))).isNull();
		}
	}

	private void exhaustNewsroom() {
		for (int i = 0; i < 3000; i++) {
			assertThat(ask(request(HttpMethod.GET, "/api/newsroom/articles"))).isNull();
		}
	}

	/** What Spring answers, as it leaves the stage. */
	private FullHttpResponse answered(String cacheControl) {
		FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
		response.headers().set("Cache-Control", cacheControl);
		this.connection.writeOutbound(response);
		return this.connection.readOutbound();
	}

	private static HttpRequest request(HttpMethod method, String target) {
		return new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, target);
	}

	/** The refusal; null for a request that passed. */
	private @Nullable FullHttpResponse ask(HttpRequest request) {
		this.connection.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
		FullHttpResponse refused = this.connection.readOutbound();
		assertThat(this.connection.inboundMessages()).hasSize((refused == null) ? 2 : 0);
		this.connection.inboundMessages().clear();
		return refused;
	}

}
