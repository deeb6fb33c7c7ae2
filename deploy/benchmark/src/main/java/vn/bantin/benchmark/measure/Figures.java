package vn.bantin.benchmark.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One figure out of many.
 */
public final class Figures {

	private Figures() {
	}

	/**
	 * The middle one.
	 * @param values at least one
	 * @return the mean of the two in the middle when they are even
	 */
	public static double median(List<Double> values) {
		List<Double> sorted = values.stream().sorted().toList();
		int middle = sorted.size() / 2;
		return (sorted.size() % 2 == 1) ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
	}

	/**
	 * The median of one property.
	 * @param <T> what has the property
	 * @param things at least one
	 * @param property the property
	 * @return the median
	 */
	public static <T> double median(List<T> things, ToDoubleFunction<T> property) {
		return median(things.stream().map(property::applyAsDouble).toList());
	}

	/**
	 * The value that so many are not above.
	 * @param values at least one
	 * @param percent from 0 to 100
	 * @return one of the values (nearest rank)
	 */
	public static double percentile(List<Double> values, double percent) {
		List<Double> sorted = values.stream().sorted().toList();
		int rank = (int) Math.ceil(percent / 100 * sorted.size());
		return sorted.get(Math.max(rank, 1) - 1);
	}

}
