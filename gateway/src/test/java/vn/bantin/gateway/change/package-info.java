/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.change;

import org.jspecify.annotations.NullMarked;
