/**
 * Those who ask: {@code wrk} for as much as the machine can take, readers at a steady
 * pace, and a newsroom that publishes. Start with {@link vn.bantin.benchmark.load.Wrk}.
 */
@NullMarked
package vn.bantin.benchmark.load;

import org.jspecify.annotations.NullMarked;
