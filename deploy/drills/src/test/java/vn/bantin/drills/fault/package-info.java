/**
 * Tests of the proxy, on real connections.
 */
@NullUnmarked
package vn.bantin.drills.fault;

import org.jspecify.annotations.NullUnmarked;
