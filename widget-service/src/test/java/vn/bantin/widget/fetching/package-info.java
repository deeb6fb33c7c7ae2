/**
 * Tests of who asks the providers.
 */
@NullUnmarked
package vn.bantin.widget.fetching;

import org.jspecify.annotations.NullUnmarked;
