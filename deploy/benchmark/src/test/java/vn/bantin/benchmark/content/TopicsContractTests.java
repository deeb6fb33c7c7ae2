package vn.bantin.benchmark.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.bantin.local.harness.Repository;

import static org.assertj.core.api.Assertions.assertThat;

/** What is put into the topics must be what their owners would have put there. */
class TopicsContractTests {

	private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

	@Test
	void announcesArticlesAsTheirServiceDoes() throws IOException {
		for (int number = 0; number < 50; number++) {
			ProducerRecord<byte[], byte[]> event = Topics.published(new GeneratedNews(AT), number);
			expectValid("article-service/contracts/article.published.v1.schema.json", event);
			expectHeadersOf("article-service/contracts/examples/article.published.v1.full.json", event);
		}
	}

	@Test
	void announcesVotesAsTheirServiceDoes() throws IOException {
		ProducerRecord<byte[], byte[]> event = Topics.cast("bench00001", 99_999, AT);
		expectValid("rating-service/contracts/vote.cast.v1.schema.json", event);
		expectHeadersOf("rating-service/contracts/examples/vote.cast.v1.full.json", event);
	}

	private static void expectValid(String schema, ProducerRecord<byte[], byte[]> event) throws IOException {
		Schema known = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(Files.readString(path(schema)), InputFormat.JSON);
		assertThat(known.validate(text(event.value()), InputFormat.JSON)).isEmpty();
	}

	private static void expectHeadersOf(String example, ProducerRecord<byte[], byte[]> event) throws IOException {
		JsonNode wanted = JsonMapper.shared().readTree(Files.readString(path(example))).path("headers");
		Map<String, String> headers = new HashMap<>();
		event.headers().forEach((header) -> headers.put(header.key(), text(header.value())));
		assertThat(headers.keySet()).containsExactlyInAnyOrderElementsOf(wanted.propertyNames());
		for (String same : new String[] { "ce_specversion", "ce_source", "ce_type", "ce_dataschema", "content-type" }) {
			assertThat(headers).containsEntry(same, wanted.path(same).asString());
		}
		assertThat(headers).containsEntry("ce_partitionkey", text(event.key()));
	}

	private static Path path(String file) {
		return Repository.root().resolve(file);
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
