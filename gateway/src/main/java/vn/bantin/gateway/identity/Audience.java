package vn.bantin.gateway.identity;

/** The service that a token is made for; no other accepts it. */
public enum Audience {

	/** The article-service. */
	ARTICLE("article-service"),

	/** The rating-service. */
	RATING("rating-service"),

	/** The widget-service. */
	WIDGET("widget-service");

	private final String code;

	Audience(String code) {
		this.code = code;
	}

	/**
	 * Its word in tokens.
	 * @return the service's name
	 */
	public String code() {
		return this.code;
	}

}
