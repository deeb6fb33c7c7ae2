package vn.bantin.service.projection;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import vn.bantin.service.deadletter.DeadLetters;

/**
 * Sends what cannot be applied to the dead letters, and rebuilds a projection that is
 * lost.
 */
final class ProjectionErrorHandler extends DefaultErrorHandler {

	private final ProjectionListener listener;

	private final Runnable startOver;

	ProjectionErrorHandler(DeadLetters deadLetters, ProjectionListener listener, Runnable startOver) {
		super(deadLetters.recoverer(), DeadLetters.NO_RETRY);
		this.listener = listener;
		this.startOver = startOver;
		// What follows the dead letter is handed to the listener without another poll.
		setSeekAfterError(false);
	}

	/**
	 * The topics were created again, or have lost what the projection has seen: only what
	 * they say from their beginning is true.
	 */
	@Override
	public void handleOtherException(Exception failure, Consumer<?, ?> consumer, MessageListenerContainer container,
			boolean batchListener) {
		if (failure instanceof OffsetOutOfRangeException) {
			this.listener.empty(consumer, failure);
			this.startOver.run();
		}
		else {
			this.listener.recover(consumer, failure);
		}
	}

}
