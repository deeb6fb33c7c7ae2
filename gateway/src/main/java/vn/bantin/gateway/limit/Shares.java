package vn.bantin.gateway.limit;

import vn.bantin.gateway.origin.Sampler;

/**
 * Takes the share of requests that has to be refused from the least important classes
 * first. How much each class is of the whole is known from the last seconds. Not safe for
 * use by several threads.
 */
final class Shares {

	/** In seconds; what came so long ago counts for little more than a third. */
	private static final double REMEMBERED = 2;

	private final double[] asked = new double[RouteClass.values().length];

	private final Sampler[] samplers = new Sampler[RouteClass.values().length];

	Shares() {
		for (RouteClass kind : RouteClass.values()) {
			this.samplers[kind.ordinal()] = new Sampler();
		}
	}

	/** Forgets a little of what came before. */
	void pass(double seconds) {
		double kept = Math.exp(-seconds / REMEMBERED);
		for (int i = 0; i < this.asked.length; i++) {
			this.asked[i] *= kept;
		}
	}

	/**
	 * Whether to refuse the next request.
	 * @param kind its class
	 * @param share how much of all requests is to be refused, 0 to 1
	 */
	boolean take(RouteClass kind, double share) {
		this.asked[kind.ordinal()]++;
		return this.samplers[kind.ordinal()].take(of(kind, share));
	}

	private double of(RouteClass kind, double share) {
		double all = 0;
		double lessImportant = 0;
		for (int i = 0; i < this.asked.length; i++) {
			all += this.asked[i];
			lessImportant += (i < kind.ordinal()) ? this.asked[i] : 0;
		}
		return Math.clamp((share * all - lessImportant) / this.asked[kind.ordinal()], 0, 1);
	}

}
