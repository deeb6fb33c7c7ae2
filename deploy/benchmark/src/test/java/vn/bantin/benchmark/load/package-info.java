/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.benchmark.load;

import org.jspecify.annotations.NullMarked;
