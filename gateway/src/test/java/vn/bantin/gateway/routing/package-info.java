/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.routing;

import org.jspecify.annotations.NullMarked;
