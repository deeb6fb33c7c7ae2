/** Tests of the embedded servers as processes. */
@NullMarked
package vn.bantin.local.harness;

import org.jspecify.annotations.NullMarked;
