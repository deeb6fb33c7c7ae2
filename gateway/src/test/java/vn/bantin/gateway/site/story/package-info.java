/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site.story;

import org.jspecify.annotations.NullMarked;
