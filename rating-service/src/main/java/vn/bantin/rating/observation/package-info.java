/**
 * The meters of this service. Start with
 * {@link vn.bantin.rating.observation.RatingMeters}.
 */
@NullMarked
package vn.bantin.rating.observation;

import org.jspecify.annotations.NullMarked;
