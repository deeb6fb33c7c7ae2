/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.identity;

import org.jspecify.annotations.NullMarked;
