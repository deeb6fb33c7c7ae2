/**
 * What can be measured, each by a name that the command line takes. Begin with
 * {@link vn.bantin.benchmark.row.Rows}.
 */
@NullMarked
package vn.bantin.benchmark.row;

import org.jspecify.annotations.NullMarked;
