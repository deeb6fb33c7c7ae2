/** Tests. */
@NullMarked
package vn.bantin.gateway.identity;

import org.jspecify.annotations.NullMarked;

