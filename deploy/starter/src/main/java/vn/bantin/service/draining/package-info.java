/**
 * A stopping instance fails no request: it tells its clients to leave before anything
 * stops. Start with {@link vn.bantin.service.draining.Draining}; {@code servlet} and
 * {@code reactive} are its filters.
 */
@NullMarked
package vn.bantin.service.draining;

import org.jspecify.annotations.NullMarked;
