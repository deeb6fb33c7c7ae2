package vn.bantin.benchmark.measure;

/** Whether a series of figures has stopped changing. */
final class SteadyState {

	private static final double TOLERANCE = 0.05;

	private double last = Double.NaN;

	private boolean reached;

	void add(double figure) {
		this.reached = Math.abs(figure - this.last) < TOLERANCE * this.last;
		this.last = figure;
	}

	/** Whether the last figure was within 5 % of the one before. */
	boolean reached() {
		return this.reached;
	}

}
