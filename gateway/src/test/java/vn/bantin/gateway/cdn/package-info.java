/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.cdn;

import org.jspecify.annotations.NullMarked;
