/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.connection;

import org.jspecify.annotations.NullMarked;
