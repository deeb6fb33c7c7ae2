/**
 * Tests of how the load is measured.
 */
@NullUnmarked
package vn.bantin.drills.load;

import org.jspecify.annotations.NullUnmarked;
