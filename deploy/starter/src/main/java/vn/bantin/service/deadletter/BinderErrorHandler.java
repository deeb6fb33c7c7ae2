package vn.bantin.service.deadletter;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;

/** The error handler of the binder's containers. */
final class BinderErrorHandler extends DefaultErrorHandler {

	private static final Logger logger = LoggerFactory.getLogger(BinderErrorHandler.class);

	BinderErrorHandler(ConsumerRecordRecoverer recoverer) {
		super(recoverer, DeadLetters.NO_RETRY);
	}

	/**
	 * A batch is committed where it is handled, so a failed commit comes here too. Its
	 * records are stored by then: at worst they come again, and none is a dead letter.
	 */
	@Override
	public void handleBatch(Exception failure, ConsumerRecords<?, ?> batch, Consumer<?, ?> consumer,
			MessageListenerContainer container, Runnable listener) {
		if (failure instanceof KafkaException) {
			logger.warn("The commit of {} handled records failed: {}", batch.count(), failure.toString());
			return;
		}
		super.handleBatch(failure, batch, consumer, container, listener);
	}

}
