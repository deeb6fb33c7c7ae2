/** Tests of the package of the same name. */
@NullMarked
package vn.bantin.benchmark.server;

import org.jspecify.annotations.NullMarked;
