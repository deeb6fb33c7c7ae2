/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.cache;

import org.jspecify.annotations.NullMarked;
