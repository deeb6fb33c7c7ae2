/** Tests. */
@NullMarked
package vn.bantin.rating.ratable;

import org.jspecify.annotations.NullMarked;
