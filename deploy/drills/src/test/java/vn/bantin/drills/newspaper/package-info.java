/**
 * Tests of the clients.
 */
@NullUnmarked
package vn.bantin.drills.newspaper;

import org.jspecify.annotations.NullUnmarked;
