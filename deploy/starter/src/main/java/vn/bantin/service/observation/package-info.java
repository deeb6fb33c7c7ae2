/**
 * The names of what the starter measures. Start with
 * {@link vn.bantin.service.observation.ServiceMeter}.
 */
@NullMarked
package vn.bantin.service.observation;

import org.jspecify.annotations.NullMarked;
