package vn.bantin.gateway.change;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Asks Kafka once a second how far the topics go. It has a connection of its own, so that
 * reading never waits for it.
 */
@Component
class EndOffsets implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(EndOffsets.class);

	private static final Duration EVERY = Duration.ofSeconds(1);

	private static final Duration TIMEOUT = Duration.ofMillis(800);

	private final KafkaAdmin kafka;

	private final ReadingProgress progress;

	private boolean silent;

	private volatile Thread asking = new Thread();

	EndOffsets(KafkaAdmin kafka, ReadingProgress progress) {
		this.kafka = kafka;
		this.progress = progress;
	}

	@Override
	public void start() {
		this.asking = Thread.ofVirtual().name("end-offsets").start(this::ask);
	}

	private void ask() {
		try (Admin admin = admin()) {
			while (true) {
				ask(admin);
				Thread.sleep(EVERY);
			}
		}
		catch (InterruptedException ex) {
			// The gateway stops.
		}
	}

	private Admin admin() throws InterruptedException {
		Map<String, Object> settings = new HashMap<>(this.kafka.getConfigurationProperties());
		settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) TIMEOUT.toMillis());
		@Nullable Admin admin = null;
		while (admin == null) {
			try {
				admin = Admin.create(settings);
			}
			catch (RuntimeException ex) {
				logger.warn("Kafka cannot be asked yet: {}", ex.toString());
				Thread.sleep(EVERY);
			}
		}
		return admin;
	}

	private void ask(Admin admin) throws InterruptedException {
		Set<TopicPartition> partitions = this.progress.partitions();
		if (partitions.isEmpty()) {
			return;
		}
		long asked = System.nanoTime();
		try {
			Map<TopicPartition, ListOffsetsResultInfo> ends = admin
				.listOffsets(
						partitions.stream().collect(Collectors.toMap(Function.identity(), (it) -> OffsetSpec.latest())),
						new ListOffsetsOptions(IsolationLevel.READ_COMMITTED).timeoutMs((int) TIMEOUT.toMillis()))
				.all()
				.get();
			this.progress.extend(asked,
					ends.entrySet()
						.stream()
						.collect(Collectors.toMap(Map.Entry::getKey, (end) -> end.getValue().offset())));
			noteAnswer();
		}
		catch (ExecutionException ex) {
			noteSilence(ex);
		}
	}

	private void noteAnswer() {
		if (this.silent) {
			logger.info("Kafka answers again");
		}
		this.silent = false;
	}

	private void noteSilence(ExecutionException reason) {
		if (!this.silent) {
			logger.warn("Kafka does not say how far the topics go: {}", String.valueOf(reason.getCause()));
		}
		this.silent = true;
	}

	@Override
	public void stop() {
		this.asking.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.asking.isAlive();
	}

}
