/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.drills.past;

import org.jspecify.annotations.NullMarked;
