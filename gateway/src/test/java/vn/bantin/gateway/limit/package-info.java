/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.limit;

import org.jspecify.annotations.NullMarked;
