package vn.bantin.benchmark.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several figures. */
public final class Median {

	private Median() {
	}

	/**
	 * The median of figures.
	 * @param values at least one
	 * @return the mean of the two in the middle when their number is even
	 */
	public static double of(List<Double> values) {
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
	public static <T> double of(List<T> things, ToDoubleFunction<T> property) {
		return of(things.stream().map(property::applyAsDouble).toList());
	}

}
