package vn.bantin.gateway.cache;

/**
 * What is asked, as far as the answer depends on it.
 *
 * @param path the path, as it was sent
 * @param query the query without what the answer does not depend on, empty for none
 * @param choices what the reader chose and the page shows, as a {@code Cookie} header;
 * empty for the usual
 */
record CacheKey(String path, String query, String choices) {

	boolean isPage() {
		return !isApi() && !isAsset();
	}

	boolean isApi() {
		return this.path.startsWith("/api/");
	}

	boolean isAsset() {
		return this.path.startsWith("/assets/");
	}

	/** Path and query. */
	String target() {
		return this.query.isEmpty() ? this.path : this.path + "?" + this.query;
	}

}
