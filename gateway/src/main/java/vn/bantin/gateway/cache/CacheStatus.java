package vn.bantin.gateway.cache;

/** What happened to a request, in the words of RFC 9211. */
final class CacheStatus {

	static final String HEADER = "Cache-Status";

	private static final String NAME = "Bantin";

	private CacheStatus() {
	}

	/**
	 * Answered from memory.
	 * @param timeToLive in seconds, below zero when it is over
	 */
	static String hit(long timeToLive, CachedAnswer.State state) {
		String hit = NAME + "; hit; ttl=" + timeToLive;
		return (state == CachedAnswer.State.ON_ERROR || state == CachedAnswer.State.EXPIRED)
				? hit + "; detail=stale-if-error" : hit;
	}

	/** Made for this request, or for another one that came just before. */
	static String made(boolean replaced, boolean kept, boolean collapsed) {
		return NAME + "; fwd=" + (replaced ? "stale" : "uri-miss") + (kept ? "; stored" : "")
				+ (collapsed ? "; collapsed" : "");
	}

	/** Never asked, since the answer may be for one caller. */
	static String bypassed() {
		return NAME + "; fwd=bypass";
	}

}
