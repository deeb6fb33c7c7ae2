package vn.bantin.drills.fault;

import java.time.Duration;
import java.util.List;

/** What happens to the bytes between two parts. */
public sealed interface Fault {

	/** No fault. */
	Fault NONE = new None();

	/** Bytes pass as they come. */
	record None() implements Fault {
	}

	/**
	 * Delays every reply, on a connection without pipelining.
	 *
	 * @param by how much later
	 */
	record Delay(Duration by) implements Fault {
	}

	/**
	 * Bytes pass slowly, each way.
	 *
	 * @param bytesPerSecond how many at most
	 */
	record Throttle(int bytesPerSecond) implements Fault {

		public Throttle {
			if (bytesPerSecond < 1) {
				throw new IllegalArgumentException("Nothing passes at %d bytes a second".formatted(bytesPerSecond));
			}
		}

	}

	/** Connections are closed, new ones at once. */
	record Cut() implements Fault {
	}

	/**
	 * Connections are accepted, but nothing passes, not even their end; what was held
	 * passes when the fault ends.
	 */
	record BlackHole() implements Fault {
	}

	/**
	 * Open connections never pass anything again and are not closed before the fault
	 * ends; new ones work.
	 */
	record HalfOpen() implements Fault {
	}

	/**
	 * The request is delivered, its reply is dropped and the connection closed, so the
	 * client cannot know the outcome. One request is everything that comes before a
	 * reply.
	 *
	 * @param share of the requests that lose their reply, 0 to 1
	 * @param starts only requests whose first bytes are one of these; empty for all
	 */
	record DropReplies(double share, List<String> starts) implements Fault {

		public DropReplies {
			starts = List.copyOf(starts);
		}

	}

}
