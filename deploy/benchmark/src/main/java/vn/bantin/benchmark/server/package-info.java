/**
 * The servers that are measured: a newspaper with content, and nginx with the same bytes.
 * Start with {@link vn.bantin.benchmark.server.PopulatedNewspaper}.
 */
@NullMarked
package vn.bantin.benchmark.server;

import org.jspecify.annotations.NullMarked;
