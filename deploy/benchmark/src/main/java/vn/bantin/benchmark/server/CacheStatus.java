package vn.bantin.benchmark.server;

import vn.bantin.drills.newspaper.Answer;

/** The header {@code Cache-Status} (RFC 9211) of answers. */
public final class CacheStatus {

	private CacheStatus() {
	}

	/**
	 * Whether an answer came from a cache.
	 * @param answer the answer
	 * @return false also without the header
	 */
	public static boolean isHit(Answer answer) {
		return answer.headers().allValues("Cache-Status").stream().anyMatch(CacheStatus::isHit);
	}

	static boolean isHit(String value) {
		return value.matches("(?s).*;\\s*hit\\s*(?:[;,].*)?");
	}

}
