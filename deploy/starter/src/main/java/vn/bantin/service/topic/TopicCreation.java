package vn.bantin.service.topic;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Creates the service's topics once Kafka answers. Spring tries it once, at the start, so
 * that a service that started without Kafka would wait for its own topics for ever.
 */
class TopicCreation implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(TopicCreation.class);

	private static final Duration BACKOFF = Duration.ofSeconds(1);

	private final KafkaAdmin admin;

	private final boolean any;

	private volatile Thread creating = new Thread();

	/**
	 * Creates topics.
	 * @param admin knows them
	 * @param any whether the service has any
	 */
	TopicCreation(KafkaAdmin admin, boolean any) {
		this.admin = admin;
		this.any = any;
	}

	@Override
	public void start() {
		this.creating = Thread.ofVirtual().name("topic-creation").start(this::create);
	}

	private void create() {
		try {
			while (this.any && !isCreated()) {
				Thread.sleep(BACKOFF);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isCreated() {
		try {
			return this.admin.initialize();
		}
		catch (RuntimeException ex) {
			logger.warn("The topics cannot be created yet: {}", ex.toString());
			return false;
		}
	}

	@Override
	public void stop() {
		this.creating.interrupt();
	}

	@Override
	public boolean isRunning() {
		return this.creating.isAlive();
	}

}
