/**
 * A view that every instance folds from whole topics, without a consumer group: it can be
 * thrown away and read again, and answers while Kafka is away. A service implements
 * {@link vn.bantin.service.projection.Projection};
 * {@link vn.bantin.service.projection.ProjectionReader} feeds it.
 */
@NullMarked
package vn.bantin.service.projection;

import org.jspecify.annotations.NullMarked;
