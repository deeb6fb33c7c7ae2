/**
 * Tests of the drills themselves, and the short subset of the drills.
 */
@NullUnmarked
package vn.bantin.drills;

import org.jspecify.annotations.NullUnmarked;
