/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site.frame;

import org.jspecify.annotations.NullMarked;
