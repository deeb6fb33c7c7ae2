/** Tests of the launcher. */
@NullMarked
package vn.bantin.local.launcher;

import org.jspecify.annotations.NullMarked;
