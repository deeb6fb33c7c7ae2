package vn.bantin.drills.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import vn.bantin.drills.fault.Records;

/**
 * A record that cannot be handled goes to a dead-letter topic; the partition moves on.
 */
final class PoisonRecords implements Scenario {

	private static final int TOO_LARGE = 1024 * 1024 + 1;

	private static final Duration PUT_ASIDE = Duration.ofSeconds(30);

	/** The dead-letter topics of each topic. */
	private static final Map<String, List<String>> DEAD = Map.of("articles",
			List.of("articles.article-service.dead", "articles.rating-service.dead"), "votes",
			List.of("votes.tally.dead"), "tallies", List.of("tallies.rating-service.dead"), "exchange-rates",
			List.of("exchange-rates.widget-service.dead"), "forecasts", List.of("forecasts.widget-service.dead"));

	@Override
	public String id() {
		return "F16";
	}

	@Override
	public String breaks() {
		return "somebody writes into the topics what nobody can read";
	}

	@Override
	public String seen() {
		return "Readers and editors notice nothing; the data team sees records that it must skip, and an operator finds "
				+ "each of them in a dead-letter topic with the reason.";
	}

	@Override
	public Limits limits() {
		return new Limits(0, 0, 0, Duration.ofSeconds(15), Duration.ofSeconds(10));
	}

	@Override
	public void happen(Stage stage) {
		String mark = "poison-" + Long.toString(stage.random().nextLong(), 36);
		try (Records records = new Records(stage.platform().kafkaBrokers())) {
			List<ProducerRecord<byte[], byte[]>> all = new ArrayList<>();
			DEAD.keySet().forEach((topic) -> all.addAll(poison(topic, mark)));
			double moment = 0.1;
			for (ProducerRecord<byte[], byte[]> record : all) {
				stage.await(moment);
				if (!records.plant(record)) {
					stage.breach("Kafka refused a record that it should accept: " + key(record));
				}
				moment += 0.4 / all.size();
			}
			if (records.plant(new ProducerRecord<>("articles", bytes(mark + "-large"), new byte[TOO_LARGE]))) {
				stage.breach("Kafka accepted a record of more than 1 MiB into articles");
			}
			stage.mend();
			mustBePutAside(stage, records, all);
		}
	}

	private static List<ProducerRecord<byte[], byte[]>> poison(String topic, String mark) {
		List<ProducerRecord<byte[], byte[]>> poison = new ArrayList<>();
		poison.add(record(topic, mark + "-no-json", bytes("{\"article\": {\"id\": ")));
		poison.add(record(topic, mark + "-no-text", new byte[] { (byte) 0xC3, (byte) 0x28, 0, 1, 2 }));
		poison.add(record(topic, mark + "-deep", bytes("[".repeat(5000))));
		poison.add(record(topic, mark + "-other-topic", bytes("{\"forecast\": {\"place\": {\"slug\": \"ha-noi\"}}}"),
				"ce_type", "vn.bantin.forecast.observed.v1"));
		poison.add(record(topic, mark + "-unknown-version", bytes("{\"change\": \"x\", \"v9\": [1]}"), "ce_type",
				"vn.bantin.article.published.v9"));
		poison.add(record(topic, mark + "-forged", bytes("{\"article\": 7, \"vote\": 7, \"tally\": 7, \"board\": 7}"),
				"__TypeId__", "java.util.PriorityQueue", "spring_json_header_types",
				"{\"x\": \"javax.naming.InitialContext\"}", "kafka_deliveryAttempt", "x",
				"retry_topic-backoff-timestamp", "9999999999999"));
		// In votes and tallies an empty value is a tombstone.
		if (topic.equals("articles")) {
			poison.add(record(topic, mark + "-empty", null));
		}
		return poison;
	}

	private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte @Nullable [] value,
			String... headers) {
		ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(key), value);
		record.headers().add("poison", bytes(key));
		for (int i = 0; i < headers.length; i += 2) {
			record.headers().add(headers[i], bytes(headers[i + 1]));
		}
		return record;
	}

	private static void mustBePutAside(Stage stage, Records records, List<ProducerRecord<byte[], byte[]>> all) {
		List<String> missing = new ArrayList<>();
		boolean complete = Stage.await(stage.patient(PUT_ASIDE), () -> {
			missing.clear();
			DEAD.forEach((topic, deadLetters) -> deadLetters.forEach((deadLetter) -> {
				Set<String> found = new HashSet<>();
				records.in(deadLetter).forEach((it) -> found.add(new String(it.key(), StandardCharsets.UTF_8)));
				all.stream()
					.filter((it) -> it.topic().equals(topic) && !found.contains(key(it)))
					.forEach((it) -> missing.add(key(it) + " in " + deadLetter));
			}));
			return missing.isEmpty();
		});
		stage.remark(all.size() + " poison records");
		if (!complete) {
			stage.breach("these are not in a dead-letter topic: " + String.join(", ", missing));
		}
	}

	private static String key(ProducerRecord<byte[], byte[]> record) {
		return new String(record.key(), StandardCharsets.UTF_8);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
