/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.network;

import org.jspecify.annotations.NullMarked;
