/**
 * Tests of the client of providers.
 */
@NullUnmarked
package vn.bantin.widget.provider;

import org.jspecify.annotations.NullUnmarked;
