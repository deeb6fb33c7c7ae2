/**
 * What processes cost, as the kernel counts it, in rounds. Start with
 * {@link vn.bantin.benchmark.measure.Meter}.
 */
@NullMarked
package vn.bantin.benchmark.measure;

import org.jspecify.annotations.NullMarked;
