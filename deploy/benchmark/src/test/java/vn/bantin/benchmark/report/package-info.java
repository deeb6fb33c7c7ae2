/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.benchmark.report;

import org.jspecify.annotations.NullMarked;
