/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.benchmark.content;

import org.jspecify.annotations.NullMarked;
