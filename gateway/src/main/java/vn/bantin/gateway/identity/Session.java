package vn.bantin.gateway.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A newsroom person's login in one browser. It ends half an hour after it was last used,
 * and twelve hours after it began.
 *
 * @param id of this login alone
 * @param user who logged in
 * @param begun when
 * @param used when it was last used, up to a minute ago
 */
record Session(String id, NewsroomUser user, Instant begun, Instant used) {

	static final Duration IDLE = Duration.ofMinutes(30);

	static final Duration LIFE = Duration.ofHours(12);

	/** A use that is noted anew only after so long costs most requests nothing. */
	static final Duration NOTED = Duration.ofMinutes(1);

	static Session begin(NewsroomUser user, Instant now) {
		return new Session(UUID.randomUUID().toString(), user, now, now);
	}

	Session usedAt(Instant now) {
		return new Session(this.id, this.user, this.begun, now);
	}

	/** When it ends if it is not used again. */
	Instant end() {
		Instant idle = this.used.plus(IDLE);
		Instant last = lastEnd();
		return idle.isBefore(last) ? idle : last;
	}

	/** When it ends however much it is used. */
	Instant lastEnd() {
		return this.begun.plus(LIFE);
	}

	boolean isOver(Instant now) {
		return !now.isBefore(end());
	}

	boolean isUseToBeNoted(Instant now) {
		return now.isAfter(this.used.plus(NOTED));
	}

}
