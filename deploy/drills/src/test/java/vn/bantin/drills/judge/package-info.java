/**
 * Tests of the judge: faults are planted into evidence, and must be found.
 */
@NullUnmarked
package vn.bantin.drills.judge;

import org.jspecify.annotations.NullUnmarked;
