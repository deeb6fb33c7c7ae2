/** Tests of the gateway as a whole. */
@NullMarked
package vn.bantin.gateway;

import org.jspecify.annotations.NullMarked;
