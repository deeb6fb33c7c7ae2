/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.gateway.site.answer;

import org.jspecify.annotations.NullMarked;
