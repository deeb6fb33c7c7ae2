/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site.content;

import org.jspecify.annotations.NullMarked;
