/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.benchmark.measure;

import org.jspecify.annotations.NullMarked;
