package vn.bantin.drills.scenario;

import java.util.Map;

/** Which newspaper a scenario needs. */
public enum Setup {

	/** One of each. */
	ONE_OF_EACH(Map.of(), 1),

	/** One of each, whose data folders are small file systems that can be filled. */
	ON_SMALL_DISKS(Map.of(), 1),

	/**
	 * Two of each, the gateway too. Ten processes need more time for the same load than
	 * six, on two cores.
	 */
	TWO_OF_EACH(Map.of("article-service", 2, "rating-service", 2, "widget-service", 2, "gateway", 2), 1.5);

	private final Map<String, Integer> instances;

	private final double spread;

	Setup(Map<String, Integer> instances, double spread) {
		this.instances = instances;
		this.spread = spread;
	}

	/**
	 * How many instances there are of each service.
	 * @return by service; one where a service is missing
	 */
	public Map<String, Integer> instances() {
		return this.instances;
	}

	/**
	 * How much longer the load takes.
	 * @return at least 1
	 */
	public double spread() {
		return this.spread;
	}

}
