/** Tests. */
@NullMarked
package vn.bantin.rating.reading;

import org.jspecify.annotations.NullMarked;
