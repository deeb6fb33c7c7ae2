/** Tests. */
@NullMarked
package vn.bantin.rating;

import org.jspecify.annotations.NullMarked;
