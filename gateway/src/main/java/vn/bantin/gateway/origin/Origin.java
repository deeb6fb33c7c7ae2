package vn.bantin.gateway.origin;

/** A service behind the gateway. */
public enum Origin {

	/** The article-service. */
	ARTICLE("article-service"),

	/** The rating-service. */
	RATING("rating-service"),

	/** The widget-service. */
	WIDGET("widget-service");

	private final String service;

	Origin(String service) {
		this.service = service;
	}

	/**
	 * The service's name, as in tokens, meters and logs.
	 * @return such as {@code article-service}
	 */
	public String service() {
		return this.service;
	}

}
