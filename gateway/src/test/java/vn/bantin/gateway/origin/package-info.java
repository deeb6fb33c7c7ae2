/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.origin;

import org.jspecify.annotations.NullMarked;
