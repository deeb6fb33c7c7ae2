/** Tests of the identity provider. */
@NullMarked
package vn.bantin.local.identity;

import org.jspecify.annotations.NullMarked;
