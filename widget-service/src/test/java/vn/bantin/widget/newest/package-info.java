/** Tests. */
@NullMarked
package vn.bantin.widget.newest;

import org.jspecify.annotations.NullMarked;
