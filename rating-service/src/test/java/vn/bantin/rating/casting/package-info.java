/** Tests. */
@NullMarked
package vn.bantin.rating.casting;

import org.jspecify.annotations.NullMarked;
