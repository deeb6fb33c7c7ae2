/**
 * Figures of processes as the kernel counts them, and how rounds become one figure. Begin
 * with {@link vn.bantin.benchmark.measure.Meter}.
 */
@NullMarked
package vn.bantin.benchmark.measure;

import org.jspecify.annotations.NullMarked;
