/** Tests. */
@NullMarked
package vn.bantin.widget.weather;

import org.jspecify.annotations.NullMarked;
