package vn.bantin.gateway.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.bantin.gateway.change.Changes;
import vn.bantin.local.harness.LocalServers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Streams of a running gateway, with topics on a real broker. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bantin.live.per-address=2")
class LiveIntegrationTests {

	private static final Duration AT_MOST = Duration.ofSeconds(60);

	@TempDir
	static Path keys;

	@LocalServerPort
	private int port;

	@Autowired
	private Changes changes;

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<String> lines = new CopyOnWriteArrayList<>();

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.kafka.bootstrap-servers", LocalServers::kafkaBrokers);
		registry.add("bantin.keys.dir", keys::toString);
		registry.add("bantin.keys.create", () -> true);
	}

	@BeforeAll
	static void createTopics() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.kafkaBrokers()))) {
			admin
				.createTopics(Stream.of("articles", "tallies", "forecasts", "exchange-rates")
					.map((topic) -> new NewTopic(topic, 1, (short) 1))
					.toList())
				.all()
				.get();
		}
	}

	@AfterEach
	void closeStreams() {
		this.http.shutdownNow();
	}

	@Test
	void tellsWhatIsNewerThanWhatThePageHasAndWhatComes() throws Exception {
		send("tallies", tally("aaaaaaaaaa", 7));
		send("articles", correction("aaaaaaaaaa", 5));
		await().atMost(AT_MOST).until(() -> this.changes.article("aaaaaaaaaa").isPresent());
		HttpResponse<InputStreamLines> stream = open(
				"articles=aaaaaaaaaa&have=tally-aaaaaaaaaa:6,article-aaaaaaaaaa:5");
		assertThat(stream.statusCode()).isEqualTo(200);
		assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
		assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
		assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
		awaitLine("id: tally-aaaaaaaaaa:7");
		assertThat(this.lines).first().asString().matches("retry: \\d{4,5}");
		assertThat(this.lines).doesNotContain("event: article");
		send("articles", correction("aaaaaaaaaa", 6));
		awaitLine("id: article-aaaaaaaaaa:6");
		assertThat(this.lines).contains("event: article",
				"data: {\"id\":\"aaaaaaaaaa\",\"what\":\"corrected\",\"revision\":6,\"reason\":null}");
		send("tallies", tally("aaaaaaaaaa", 8));
		awaitLine("id: tally-aaaaaaaaaa:8");
		assertThat(this.lines).contains("data: {\"article\":\"aaaaaaaaaa\",\"sum\":9,\"count\":2,\"mean\":4.5,"
				+ "\"stars\":{\"1\":0,\"2\":0,\"3\":0,\"4\":1,\"5\":1},\"version\":8,\"mine\":null}");
	}

	@Test
	void refusesWhatAnAddressHasTooMuchOfUntilAStreamEnds() throws Exception {
		assertThat(open("articles=bbbbbbbbbb").statusCode()).isEqualTo(200);
		assertThat(open("articles=bbbbbbbbbb").statusCode()).isEqualTo(200);
		try (HttpClient other = HttpClient.newHttpClient()) {
			HttpResponse<String> refused = other.send(request("articles=bbbbbbbbbb").build(), BodyHandlers.ofString());
			assertThat(refused.statusCode()).isEqualTo(429);
			assertThat(refused.headers().firstValue("Retry-After")).contains("60");
			assertThat(refused.body()).contains("/problems/too-many-requests");
			this.http.shutdownNow();
			// HEAD opens no stream and is answered whole.
			assertThat(other.send(request("articles=bbbbbbbbbb").HEAD().build(), BodyHandlers.ofString()).statusCode())
				.isEqualTo(200);
		}
	}

	@Test
	void saysWhatIsWrong() throws Exception {
		HttpResponse<String> refused = this.http.send(request("articles=bbbbbbbbbb&since=5").build(),
				BodyHandlers.ofString());
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("\"field\":\"since\"");
		assertThat(this.http
			.send(request("articles=bbbbbbbbbb").POST(HttpRequest.BodyPublishers.noBody()).build(),
					BodyHandlers.ofString())
			.statusCode()).isEqualTo(405);
	}

	private void awaitLine(String line) {
		await().atMost(AT_MOST).untilAsserted(() -> assertThat(this.lines).contains(line));
	}

	private HttpResponse<InputStreamLines> open(String query) throws Exception {
		return this.http.send(request(query).build(), (head) -> HttpResponse.BodySubscribers
			.mapping(HttpResponse.BodySubscribers.ofInputStream(), (body) -> InputStreamLines.read(body, this.lines)));
	}

	private HttpRequest.Builder request(String query) {
		return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/api/live?" + query));
	}

	private static String tally(String article, long version) {
		return """
				{"change":"update","reason":"counted","tally":{"article":"%s","sum":9,"count":2,"mean":4.5,\
				"stars":{"1":0,"2":0,"3":0,"4":1,"5":1},"version":%d}}""".formatted(article, version);
	}

	private static String correction(String article, long revision) {
		return """
				{"change":"update","reason":"corrected","article":{"id":"%s","revision":%d,"kind":"article",\
				"section":{"slug":"thoi-su"},"tags":[],"authors":[]}}""".formatted(article, revision);
	}

	private static void send(String topic, String event) throws Exception {
		try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", LocalServers.kafkaBrokers()), new ByteArraySerializer(),
				new ByteArraySerializer())) {
			producer.send(new ProducerRecord<>(topic, event.getBytes(StandardCharsets.UTF_8))).get();
		}
	}

	/** The lines of a body, read as they come. */
	private record InputStreamLines(Thread reader) {

		static InputStreamLines read(java.io.InputStream body, List<String> lines) {
			return new InputStreamLines(Thread.ofVirtual().start(() -> {
				try (java.io.BufferedReader reader = new java.io.BufferedReader(
						new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
					reader.lines().forEach(lines::add);
				}
				catch (IOException | java.io.UncheckedIOException ex) {
					// The stream was closed.
				}
			}));
		}

	}

}
