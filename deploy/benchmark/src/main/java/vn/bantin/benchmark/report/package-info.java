/**
 * The result as one Markdown document. Start with
 * {@link vn.bantin.benchmark.report.Report}.
 */
@NullMarked
package vn.bantin.benchmark.report;

import org.jspecify.annotations.NullMarked;
