/**
 * Tests of the way of a request inward.
 */
@NullUnmarked
package vn.bantin.gateway.routing;

import org.jspecify.annotations.NullUnmarked;
