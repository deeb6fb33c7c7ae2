/**
 * The read barrier: an answer is at least as new as the event that made its caller ask.
 * Start with {@link vn.bantin.service.barrier.ReadBarrier}.
 */
@NullMarked
package vn.bantin.service.barrier;

import org.jspecify.annotations.NullMarked;
