/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site;

import org.jspecify.annotations.NullMarked;
