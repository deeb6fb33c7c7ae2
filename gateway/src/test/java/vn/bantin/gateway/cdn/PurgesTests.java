package vn.bantin.gateway.cdn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.bantin.gateway.change.Change;
import vn.bantin.gateway.change.Tag;
import vn.bantin.gateway.change.TestChanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What a CDN hears of changes, in its own words. */
class PurgesTests {

	private final TestChanges changes = new TestChanges();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<Purge> heard = new CopyOnWriteArrayList<>();

	private final HttpServer cdn;

	private volatile int status = 200;

	PurgesTests() throws IOException {
		this.cdn = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.cdn.createContext("/purge", this::take);
		this.cdn.start();
	}

	@AfterEach
	void close() {
		this.cdn.stop(0);
	}

	@Test
	void tellsFastlyKeysInAHeader() {
		try (Purges purges = purges(CdnProperties.Kind.FASTLY)) {
			this.changes.article("a1", 2, Change.Article.Kind.UPDATED, Tag.section("kinh-te"));
			await().until(() -> !this.heard.isEmpty());
			Purge purge = this.heard.getFirst();
			assertThat(purge.header("Surrogate-key").split(" ")).containsExactlyInAnyOrder("article-a1", "articles",
					"section-kinh-te");
			assertThat(purge.header("Fastly-key")).isEqualTo("secret");
			assertThat(purge.header("Fastly-soft-purge")).isEqualTo("1");
		}
	}

	@Test
	void tellsFastlyToRemoveWhatIsGone() {
		try (Purges purges = purges(CdnProperties.Kind.FASTLY)) {
			this.changes.article("a1", 2, Change.Article.Kind.RETRACTED);
			await().until(() -> this.heard.size() == 2);
			assertThat(this.heard.getFirst().header("Surrogate-key")).isEqualTo("article-a1");
			assertThat(this.heard.getFirst().header("Fastly-soft-purge")).isEmpty();
		}
	}

	@Test
	void tellsCloudflareTagsInJson() {
		try (Purges purges = purges(CdnProperties.Kind.CLOUDFLARE)) {
			this.changes.tally("a1", 2, "{}");
			await().until(() -> !this.heard.isEmpty());
			assertThat(this.heard.getFirst().header("Authorization")).isEqualTo("Bearer secret");
			assertThat(this.heard.getFirst().body()).contains("\"tags\":[").contains("\"tally-a1\"");
		}
	}

	@Test
	void tellsManyInAsManyPurgesAsTheCdnTakes() {
		try (Purges purges = purges(CdnProperties.Kind.CLOUDFLARE)) {
			for (int i = 0; i < 100; i++) {
				this.changes.tally("a" + i, 2, "{}");
			}
			await().untilAsserted(() -> assertThat(tags()).hasSize(101));
			assertThat(this.heard).allSatisfy((purge) -> assertThat(purge.body().split("\"")).hasSizeLessThan(70));
		}
	}

	@Test
	void tellsAgainUntilTheCdnHasHeard() {
		this.status = 503;
		try (Purges purges = purges(CdnProperties.Kind.CLOUDFLARE)) {
			this.changes.tally("a1", 2, "{}");
			await().until(
					() -> this.meters.get("bantin.gateway.cdn.purges").tag("outcome", "failed").counter().count() == 1);
			this.heard.clear();
			this.status = 200;
			await().untilAsserted(() -> assertThat(tags()).containsExactly("tallies", "tally-a1"));
			await().until(
					() -> this.meters.get("bantin.gateway.cdn.purges").tag("outcome", "sent").counter().count() == 1);
		}
	}

	@Test
	void needsAnAddressAndAToken() {
		assertThatThrownBy(() -> new CdnProperties(CdnProperties.Kind.FASTLY, null, "secret"))
			.hasMessageContaining("purge-url");
		assertThatThrownBy(() -> new CdnProperties(CdnProperties.Kind.FASTLY, URI.create("http://a"), " "))
			.hasMessageContaining("token");
	}

	private Set<String> tags() {
		return this.heard.stream()
			.flatMap((purge) -> Stream.of(purge.body().replaceAll(".*\\[|\\].*|\"", "").split(",")))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Purges purges(CdnProperties.Kind kind) {
		URI address = URI.create("http://127.0.0.1:" + this.cdn.getAddress().getPort() + "/purge");
		return new CdnConfiguration().purges(new CdnProperties(kind, address, "secret"), this.changes, this.meters);
	}

	private void take(HttpExchange exchange) {
		try (exchange) {
			this.heard.add(new Purge(Map.copyOf(exchange.getRequestHeaders()),
					new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
			exchange.sendResponseHeaders(this.status, -1);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Purge(Map<String, List<String>> headers, String body) {

		String header(String name) {
			return String.join(" ", this.headers.getOrDefault(name, List.of()));
		}

	}

}
