/** Tests. */
@NullMarked
package vn.bantin.rating.shedding;

import org.jspecify.annotations.NullMarked;
