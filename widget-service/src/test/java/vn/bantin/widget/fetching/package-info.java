/**
 * Tests of fetching, on recorded answers and on HTTP servers of their own.
 */
@NullMarked
package vn.bantin.widget.fetching;

import org.jspecify.annotations.NullMarked;
