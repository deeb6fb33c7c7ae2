/**
 * Measures what the newspaper costs. Start with
 * {@link vn.bantin.benchmark.BenchmarkCommand}.
 */
@NullMarked
package vn.bantin.benchmark;

import org.jspecify.annotations.NullMarked;
