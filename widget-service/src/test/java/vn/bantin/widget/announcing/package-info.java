/**
 * Tests of who sends what was observed.
 */
@NullUnmarked
package vn.bantin.widget.announcing;

import org.jspecify.annotations.NullUnmarked;
