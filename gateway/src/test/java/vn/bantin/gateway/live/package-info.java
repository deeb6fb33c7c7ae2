/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.live;

import org.jspecify.annotations.NullMarked;
