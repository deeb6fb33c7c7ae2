/**
 * What can be measured, by its name on the command line. Start with
 * {@link vn.bantin.benchmark.row.Rows}.
 */
@NullMarked
package vn.bantin.benchmark.row;

import org.jspecify.annotations.NullMarked;
