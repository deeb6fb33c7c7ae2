/**
 * Tests of what every scenario promises about itself.
 */
@NullUnmarked
package vn.bantin.drills.scenario;

import org.jspecify.annotations.NullUnmarked;
