/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site.box;

import org.jspecify.annotations.NullMarked;
