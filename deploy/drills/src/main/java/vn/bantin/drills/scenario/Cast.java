package vn.bantin.drills.scenario;

import java.util.Map;

/** How many instances there are of each service. */
public enum Cast {

	/** One of each. */
	ONE_OF_EACH(Map.of()),

	/** One of each, whose folders are file systems of their own that can be filled. */
	ON_SMALL_DISKS(Map.of()),

	/** Two of each, the gateway too. */
	TWO_OF_EACH(Map.of("article-service", 2, "rating-service", 2, "widget-service", 2, "gateway", 2));

	private final Map<String, Integer> instances;

	Cast(Map<String, Integer> instances) {
		this.instances = instances;
	}

	/**
	 * The numbers.
	 * @return by service; one where there is none
	 */
	public Map<String, Integer> instances() {
		return this.instances;
	}

}
