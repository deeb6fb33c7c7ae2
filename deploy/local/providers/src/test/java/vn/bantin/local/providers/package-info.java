/** Tests of the sample providers. */
@NullMarked
package vn.bantin.local.providers;

import org.jspecify.annotations.NullMarked;
