/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site.words;

import org.jspecify.annotations.NullMarked;
