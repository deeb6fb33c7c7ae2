/** Tests. */
@NullMarked
package vn.bantin.gateway.origin;

import org.jspecify.annotations.NullMarked;

